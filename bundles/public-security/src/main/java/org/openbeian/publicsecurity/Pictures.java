package org.openbeian.publicsecurity;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;

/**
 * Brings pictures below a number of bytes, first by their quality, then by their size, but never below an edge at which they are no
 * longer legible (T-65). The picture of the filing stays as it is. One at a time, as pictures need much memory. Thread-safe.
 */
final class Pictures {

    private static final float[] QUALITIES = {0.9f, 0.8f, 0.7f, 0.6f};
    private static final int EDGE_MOST = 4000;
    private static final double SMALLER = 0.8;

    private static final int WAITING_MOST = 4;

    final Semaphore one = new Semaphore(1);
    private final AtomicInteger waiting = new AtomicInteger();

    /** A material as the platform takes it; refused when it cannot be brought there legibly. */
    MaterialContent taken(MaterialContent original, PublicSecurityConfig limits) {
        if (original.content().length <= limits.picture_bytes()) {
            return original;
        }
        MaterialInfo info = original.info();
        byte[] smaller = shrink(original.content(), info.mediaType(), limits.picture_bytes(), limits.picture_edge())
            .orElseThrow(() -> new Refusal(Kind.UNSUPPORTED, "psb-picture", "The picture cannot be brought to " + limits.picture_bytes()
                + " bytes and stay legible; take another one."));
        return new MaterialContent(new MaterialInfo(info.id(), info.type(), info.subject(), "image/jpeg", smaller.length, info.width(),
            info.height(), info.sha256(), info.uploadedAt(), info.form()), smaller);
    }

    /**
     * A JPEG of at most some bytes; empty when the picture cannot be decoded, or not be brought there legibly. Refused when several
     * wait already.
     *
     * @param edge points of the longer edge below which it is not made smaller
     */
    Optional<byte[]> shrink(byte[] picture, String mediaType, int bytes, int edge) {
        if (waiting.incrementAndGet() > WAITING_MOST) {
            waiting.decrementAndGet();
            throw new Refusal(Kind.UNAVAILABLE, "pictures-busy", "Other pictures are being made smaller; try again in a moment.");
        }
        one.acquireUninterruptibly();
        try {
            BufferedImage image = read(picture, mediaType);
            while (true) {
                for (float quality : QUALITIES) {
                    byte[] smaller = jpeg(image, quality);
                    if (smaller.length <= bytes) {
                        return Optional.of(smaller);
                    }
                }
                int longer = Math.max(image.getWidth(), image.getHeight());
                if (longer * SMALLER < edge) {
                    return Optional.empty();
                }
                image = scaled(image, SMALLER);
            }
        } catch (IOException | RuntimeException undecodable) {
            return Optional.empty();
        } finally {
            one.release();
            waiting.decrementAndGet();
        }
    }

    private static BufferedImage read(byte[] picture, String mediaType) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(mediaType).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(in, true, true);
            int step = Math.max(1, (Math.max(reader.getWidth(0), reader.getHeight(0)) + EDGE_MOST - 1) / EDGE_MOST);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return scaled(reader.read(0, param), 1);
        } finally {
            reader.dispose();
        }
    }

    /** Without transparency, which JPEG does not have; each point is the mean of those that it covers. */
    private static BufferedImage scaled(BufferedImage from, double factor) {
        int width = Math.max(1, (int) (from.getWidth() * factor));
        int height = Math.max(1, (int) (from.getHeight() * factor));
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to.setRGB(x, y, mean(from, (int) (x / factor), (int) (y / factor), (int) ((x + 1) / factor), (int) ((y + 1) / factor)));
            }
        }
        return to;
    }

    private static int mean(BufferedImage from, int left, int top, int right, int bottom) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int points = 0;
        for (int y = top; y < Math.min(Math.max(bottom, top + 1), from.getHeight()); y++) {
            for (int x = left; x < Math.min(Math.max(right, left + 1), from.getWidth()); x++) {
                int rgb = from.getRGB(x, y);
                red += rgb >> 16 & 0xff;
                green += rgb >> 8 & 0xff;
                blue += rgb & 0xff;
                points++;
            }
        }
        return red / points << 16 | green / points << 8 | blue / points;
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
