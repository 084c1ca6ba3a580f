package org.openbeian.core.order;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;

/**
 * Writes across a picture who looks at it and when, with letters of its own: a server may have no fonts. A large picture is
 * read with fewer points, and one picture is marked at a time, so that the memory is bounded. Thread-safe.
 */
final class Watermark {

    private static final long MAX_POINTS = 8_000_000;
    private static final float QUALITY = 0.85f;
    private static final int LETTER_WIDTH = 6;
    private static final int LETTER_HEIGHT = 7;
    private static final char FIRST = ' ';
    /** Five columns a letter from blank to Z, the upmost point in the lowest bit. */
    private static final String LETTERS = "000000000000005F00000007000700147F147F14242A7F2A12"
        + "231308646236495620500008070300001C2241000041221C00"
        + "2A1C7F1C2A08083E080800807030000808080808000060600020100804023E5149453E00427F400072494949462141494D33"
        + "1814127F1027454545393C4A49493141211109073649494936464949291E0000140000004034000000081422411414141414"
        + "004122140802015909063E415D594E7C1211127C7F494949363E414141227F4141413E7F494949417F090909013E41415173"
        + "7F0808087F00417F41002040413F017F081422417F404040407F021C027F7F0408107F3E4141413E7F090909063E4151215E"
        + "7F09192946264949493203017F01033F4040403F1F2040201F3F4038403F631408146303047804036159494D43";

    private final Semaphore one = new Semaphore(1);

    /**
     * Marks a picture.
     *
     * @param picture the bytes as uploaded; not changed
     * @param mediaType {@code image/jpeg} or {@code image/png}
     * @param text who and when; letters, digits and signs of ASCII, others become question marks
     * @return a picture of the same kind
     * @throws Refusal when it cannot be decoded: it is not shown without the mark
     */
    byte[] mark(byte[] picture, String mediaType, String text) {
        one.acquireUninterruptibly();
        try {
            BufferedImage image = read(picture, mediaType);
            write(image, text.toUpperCase(Locale.ROOT));
            return encode(image, mediaType);
        } catch (IOException | RuntimeException e) {
            throw new Refusal(Kind.UNSUPPORTED, "material-unmarkable", "The picture cannot be decoded, so it cannot be marked"
                + " with its viewer and is not shown; return the order and ask for another picture.");
        } finally {
            one.release();
        }
    }

    private static BufferedImage read(byte[] picture, String mediaType) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(mediaType).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(in, true, true);
            long points = (long) reader.getWidth(0) * reader.getHeight(0);
            int step = (int) Math.ceil(Math.sqrt((double) points / MAX_POINTS));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            BufferedImage read = reader.read(0, param);
            BufferedImage plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
            int[] line = new int[read.getWidth()];
            for (int y = 0; y < read.getHeight(); y++) {
                plain.setRGB(0, y, line.length, 1, read.getRGB(0, y, line.length, 1, line, 0, line.length), 0, line.length);
            }
            return plain;
        } finally {
            reader.dispose();
        }
    }

    /** Rows of the text all over the picture, each row begun elsewhere. */
    private static void write(BufferedImage image, String text) {
        int scale = Math.max(1, Math.min(image.getWidth(), image.getHeight()) / 160);
        int width = (text.length() + 4) * LETTER_WIDTH * scale;
        int row = 0;
        for (int y = scale; y < image.getHeight(); y += 4 * LETTER_HEIGHT * scale) {
            for (int x = -(row * width / 3 % width); x < image.getWidth(); x += width) {
                for (int i = 0; i < text.length(); i++) {
                    letter(image, text.charAt(i), x + i * LETTER_WIDTH * scale, y, scale);
                }
            }
            row++;
        }
    }

    private static void letter(BufferedImage image, char letter, int left, int top, int scale) {
        int index = letter - FIRST;
        int at = 10 * (index >= 0 && index < LETTERS.length() / 10 ? index : '?' - FIRST);
        for (int column = 0; column < 5; column++) {
            int bits = Integer.parseInt(LETTERS.substring(at + 2 * column, at + 2 * column + 2), 16);
            for (int line = 0; line < 8; line++) {
                if ((bits >> line & 1) != 0) {
                    square(image, left + column * scale, top + line * scale, scale);
                }
            }
        }
    }

    private static void square(BufferedImage image, int left, int top, int size) {
        for (int y = Math.max(0, top); y < Math.min(top + size, image.getHeight()); y++) {
            for (int x = Math.max(0, left); x < Math.min(left + size, image.getWidth()); x++) {
                image.setRGB(x, y, blend(image.getRGB(x, y)));
            }
        }
    }

    /** Dark points get lighter and light ones darker, so that the mark shows everywhere and hides little. */
    private static int blend(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        int target = red + green + blue > 3 * 127 ? 0 : 255;
        return mix(red, target) << 16 | mix(green, target) << 8 | mix(blue, target);
    }

    private static int mix(int from, int to) {
        return (2 * from + to) / 3;
    }

    private static byte[] encode(BufferedImage image, String mediaType) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(mediaType).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (mediaType.endsWith("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
