package org.openbeian.regulator.gateway;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

@Requirement("T-39")
public class PicturesTest {
    private static final int LIMIT = 100 * 1024;

    private static byte[] picture(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, (x / 8 + y / 8) % 2 == 0 ? 0xFFFFFF : random.nextInt(0x1000000));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    @Test
    public void aSmallJpegPictureGoesAsItIs() throws IOException {
        byte[] picture = picture(200, 100, "jpeg");
        assertSame(picture, Pictures.jpeg(picture, "image/jpeg", LIMIT));
    }

    @Test
    public void aLargePictureIsBroughtWithinTheLimitAndKeepsItsShape() throws IOException {
        byte[] picture = picture(2000, 1000, "jpeg");
        assertTrue(picture.length > LIMIT);
        byte[] small = Pictures.jpeg(picture, "image/jpeg", LIMIT);
        assertTrue(small.length <= LIMIT);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(small));
        assertEquals(2.0, (double) image.getWidth() / image.getHeight(), 0.02);
        assertArrayEquals("equal pictures give equal bytes", small, Pictures.jpeg(picture, "image/jpeg", LIMIT));
    }

    @Test
    public void aPngPictureBecomesJpeg() throws IOException {
        byte[] jpeg = Pictures.jpeg(picture(100, 100, "png"), "image/png", LIMIT);
        assertEquals((byte) 0xFF, jpeg[0]);
        assertEquals((byte) 0xD8, jpeg[1]);
    }

    @Test
    public void whatIsNoPictureIsRefused() {
        assertThrows(IOException.class, () -> Pictures.jpeg(new byte[200 * 1024], "image/jpeg", LIMIT));
    }

    @Test
    public void aPictureBombIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] png = picture(10, 10, "png");
        byte[] bomb = png.clone();
        bomb[16] = 0;
        bomb[17] = 1;
        bomb[20] = 0;
        bomb[21] = 1;
        assertThrows(IOException.class, () -> Pictures.jpeg(bomb, "image/png", LIMIT));
    }
}
