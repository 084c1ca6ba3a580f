package org.openbeian.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a content as bytes, each cut behind the longest that counts. For one thread. */
final class ByteLines {

    private static final byte[] NONE = {};

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] begun = NONE;
    private int length;
    private int at;
    private int end;

    ByteLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; null when there is none. */
    byte[] next() throws IOException {
        boolean any = false;
        begun = NONE;
        length = 0;
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
        return !any ? null : length == begun.length ? begun : Arrays.copyOf(begun, length);
    }

    /** Grows by doubling: what drips in is not copied anew for each drop. */
    private void append(int from, int to) {
        int more = Math.min(to - from, longest - length);
        if (length + more > begun.length) {
            begun = Arrays.copyOf(begun, length == 0 ? more : Math.max(length + more, 2 * begun.length));
        }
        System.arraycopy(buffer, from, begun, length, more);
        length += more;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
