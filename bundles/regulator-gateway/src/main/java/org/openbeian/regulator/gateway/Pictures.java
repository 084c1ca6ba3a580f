package org.openbeian.regulator.gateway;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Brings pictures to the size that the interface takes. Equal pictures give equal bytes. At most one picture is decoded at a
 * time, so that memory stays bounded. Thread-safe.
 */
final class Pictures {
    private static final long MOST_PIXELS = 100_000_000;
    private static final long DECODED_PIXELS = 4_000_000;
    private static final int LONGEST_SIDE = 1600;
    private static final int SHORTEST_LONGEST_SIDE = 400;
    private static final float[] QUALITIES = {0.85f, 0.7f, 0.55f, 0.4f};
    private static final Object ONE_AT_A_TIME = new Object();

    private Pictures() {
    }

    /**
     * A JPEG picture within a limit.
     *
     * @param content the picture
     * @param mediaType its media type
     * @param maxBytes the limit
     * @return the same bytes if they are a JPEG picture within the limit, else a re-encoded picture
     * @throws IOException if it cannot be read or not be made small enough
     */
    static byte[] jpeg(byte[] content, String mediaType, int maxBytes) throws IOException {
        if ("image/jpeg".equals(mediaType) && content.length <= maxBytes) {
            return content;
        }
        synchronized (ONE_AT_A_TIME) {
            BufferedImage image = decode(content);
            for (int side = LONGEST_SIDE; side >= SHORTEST_LONGEST_SIDE; side = side * 3 / 4) {
                BufferedImage scaled = scale(image, side);
                for (float quality : QUALITIES) {
                    byte[] encoded = encode(scaled, quality);
                    if (encoded.length <= maxBytes) {
                        return encoded;
                    }
                }
            }
        }
        throw new IOException("the picture cannot be brought to " + maxBytes + " bytes legibly");
    }

    private static BufferedImage decode(byte[] content) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("the file is no picture that can be read");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new IOException("the picture has " + pixels + " pixels, at most " + MOST_PIXELS + " are read");
                }
                int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / DECODED_PIXELS)));
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            throw new IOException("the picture is damaged: " + e.getMessage(), e);
        }
    }

    private static BufferedImage scale(BufferedImage image, int longestSide) {
        double factor = Math.min(1, (double) longestSide / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return scaled;
    }

    private static byte[] encode(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
