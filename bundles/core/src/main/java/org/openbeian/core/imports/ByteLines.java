package org.openbeian.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a content as bytes, each cut behind the longest that counts. For one thread. */
final class ByteLines {

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] begun = {};
    private int at;
    private int end;

    ByteLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; null when there is none. */
    byte[] next() throws IOException {
        boolean any = false;
        begun = new byte[0];
        while (at < end || fill()) {
            any = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            append(at, stop);
            boolean whole = stop < end;
            at = whole ? stop + 1 : stop;
            if (whole) {
                break;
            }
        }
        return any ? begun : null;
    }

    private void append(int from, int to) {
        int more = Math.min(to - from, longest - begun.length);
        if (begun.length == 0) {
            begun = Arrays.copyOfRange(buffer, from, from + more);
        } else if (more > 0) {
            byte[] both = Arrays.copyOf(begun, begun.length + more);
            System.arraycopy(buffer, from, both, begun.length, more);
            begun = both;
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
