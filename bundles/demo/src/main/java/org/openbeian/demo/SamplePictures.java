package org.openbeian.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures for sample filings: a card with lines and paper grain, JPEG, between 55 and 100 KB. */
public final class SamplePictures {

    private SamplePictures() {
    }

    /**
     * Draws a picture.
     *
     * @param title tells one picture from another
     * @return JPEG bytes
     */
    public static byte[] card(String title) {
        BufferedImage image = new BufferedImage(840, 540, BufferedImage.TYPE_INT_RGB);
        Random grain = new Random(title.hashCode());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int shade = 215 + grain.nextInt(24);
                image.setRGB(x, y, new Color(shade, shade, shade - 10).getRGB());
            }
        }
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.DARK_GRAY);
        graphics.drawRect(20, 20, 800, 500);
        for (int line = 0; line < 8; line++) {
            graphics.fillRect(60, 80 + line * 45, 200 + grain.nextInt(400), 12);
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
