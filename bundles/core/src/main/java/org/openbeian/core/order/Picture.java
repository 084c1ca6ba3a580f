package org.openbeian.core.order;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;

/**
 * What the head of a picture file says. The picture itself is never decoded, so that a small file cannot fill the memory.
 *
 * @param mediaType media type by its first bytes
 * @param width width in pixels
 * @param height height in pixels
 */
record Picture(String mediaType, int width, int height) {

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final long PNG_HEAD = 0x89504e470d0a1a0aL;
    private static final int PNG_END = 0x49454e44;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    /**
     * Looks at a picture.
     *
     * @param claimed media type that the sender claims
     * @param maxPixels picture points at most
     * @throws Refusal when it is no JPEG or PNG, is another kind than claimed, is cut off, or is too large
     */
    static Picture inspect(byte[] bytes, String claimed, int maxPixels) {
        String mediaType = kind(bytes);
        if (mediaType == null) {
            throw new Refusal(Kind.UNSUPPORTED, "material-kind", "Materials are pictures of kind " + JPEG + " or " + PNG
                + "; these bytes are neither.");
        }
        if (!mediaType.equals(claimed)) {
            throw new Refusal(Kind.UNSUPPORTED, "material-kind-differs", "The bytes are of kind " + mediaType
                + ", not of the kind that was stated; state the right one.");
        }
        if (!(mediaType.equals(PNG) ? endsAsPng(bytes) : endsAsJpeg(bytes))) {
            throw Refusals.invalid("material-damaged", "The picture is cut off or damaged; upload it again.");
        }
        Picture picture = measure(bytes, mediaType);
        if ((long) picture.width * picture.height > maxPixels) {
            throw new Refusal(Kind.TOO_LARGE, "material-pixels", "The picture has " + picture.width + " x " + picture.height
                + " points; at most " + maxPixels + " are accepted. Scale it down.");
        }
        return picture;
    }

    private static String kind(byte[] bytes) {
        if (bytes.length > 3 && unsigned(bytes, 0) == 0xff && unsigned(bytes, 1) == 0xd8 && unsigned(bytes, 2) == 0xff) {
            return JPEG;
        }
        return bytes.length > 8 && ((long) integer(bytes, 0) << 32 | integer(bytes, 4) & 0xffffffffL) == PNG_HEAD ? PNG : null;
    }

    private static Picture measure(byte[] bytes, String mediaType) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return new Picture(mediaType, reader.getWidth(0), reader.getHeight(0));
        } catch (IOException | RuntimeException e) {
            throw Refusals.invalid("material-damaged", "The head of the picture cannot be read; save it anew and upload it again.");
        } finally {
            reader.dispose();
        }
    }

    /** Whether a JPEG's segments lead to its scan and an end mark comes behind; the end of a preview inside does not count. */
    private static boolean endsAsJpeg(byte[] bytes) {
        int at = 2;
        while (at + 4 <= bytes.length && unsigned(bytes, at) == 0xff) {
            int marker = unsigned(bytes, at + 1);
            if (marker == 0xff) {
                at++;
            } else if (marker == START_OF_SCAN) {
                for (int end = bytes.length - 2; end > at; end--) {
                    if (unsigned(bytes, end) == 0xff && unsigned(bytes, end + 1) == END_OF_IMAGE) {
                        return true;
                    }
                }
                return false;
            } else {
                at += 2 + (unsigned(bytes, at + 2) << 8 | unsigned(bytes, at + 3));
            }
        }
        return false;
    }

    private static boolean endsAsPng(byte[] bytes) {
        long at = 8;
        while (at + 12 <= bytes.length) {
            int length = integer(bytes, (int) at);
            if (length < 0) {
                return false;
            }
            if (integer(bytes, (int) at + 4) == PNG_END) {
                return true;
            }
            at += 12L + length;
        }
        return false;
    }

    private static int unsigned(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }

    private static int integer(byte[] bytes, int at) {
        return unsigned(bytes, at) << 24 | unsigned(bytes, at + 1) << 16 | unsigned(bytes, at + 2) << 8
            | unsigned(bytes, at + 3);
    }
}
