package org.openbeian.authority.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Takes the pictures out of an upload before it is parsed: they are most of its bytes and the simulator only needs to know
 * whether each is a JPEG picture within its limit. GBK never uses the byte of {@code <} inside a character.
 */
final class Slimmer {
    private static final byte[][] TAGS = {
        "<Fjnr>".getBytes(StandardCharsets.US_ASCII), "<Spwj>".getBytes(StandardCharsets.US_ASCII)
    };
    private static final int SHORT = 64;

    private final byte[] document;
    private final ByteArrayOutputStream slim = new ByteArrayOutputStream(8192);
    private final List<Picture> pictures = new ArrayList<>();

    /**
     * A picture that was taken out.
     *
     * @param bytes its size
     * @param jpeg whether it begins as JPEG pictures do
     */
    record Picture(int bytes, boolean jpeg) {
    }

    /**
     * A document without its pictures.
     *
     * @param document the bytes; each picture replaced by {@code ===}
     * @param pictures the pictures in document order
     */
    record Slim(byte[] document, List<Picture> pictures) {
    }

    private Slimmer(byte[] document) {
        this.document = document;
    }

    static Slim slim(byte[] document) {
        return new Slimmer(document).run();
    }

    private Slim run() {
        int copied = 0;
        int position = next(0);
        while (position >= 0) {
            int content = matched(position);
            if (content > 0) {
                int end = next(content);
                if (end < 0) {
                    break;
                }
                slim.write(document, copied, content - copied);
                if (end > content) {
                    slim.writeBytes("===".getBytes(StandardCharsets.US_ASCII));
                    pictures.add(picture(content, end));
                }
                copied = end;
                position = end;
            } else {
                position = next(position + 1);
            }
        }
        slim.write(document, copied, document.length - copied);
        return new Slim(slim.toByteArray(), pictures);
    }

    private int next(int from) {
        for (int i = from; i < document.length; i++) {
            if (document[i] == '<') {
                return i;
            }
        }
        return -1;
    }

    /** Position after one of the tags if it begins here, else 0. */
    private int matched(int position) {
        for (byte[] tag : TAGS) {
            if (position + tag.length <= document.length
                && java.util.Arrays.equals(document, position, position + tag.length, tag, 0, tag.length)) {
                return position + tag.length;
            }
        }
        return 0;
    }

    private Picture picture(int from, int to) {
        int head = Math.min(SHORT, (to - from) / 4 * 4);
        boolean jpeg = false;
        try {
            byte[] start = Base64.getMimeDecoder().decode(new String(document, from, head, StandardCharsets.ISO_8859_1));
            jpeg = start.length > 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xD8;
        } catch (IllegalArgumentException ignored) {
            // no Base64, hence no picture
        }
        return new Picture((to - from) / 4 * 3, jpeg);
    }
}
