package org.openbeian.publicsecurity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.Test;
import org.openbeian.api.order.Refusal;
import org.openbeian.testkit.Requirement;

public class PicturesTest {

    private static byte[] noise(int width, int height, boolean all) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, all || x < width / 4 ? random.nextInt() | 0xff000000 : 0xff336699);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    @Requirement("T-65")
    public void aPictureComesBelowTheLimitAndStaysLegible() throws Exception {
        byte[] large = noise(1600, 1000, false);
        assertTrue("too large as it is", large.length > 524_288);
        byte[] smaller = new Pictures().shrink(large, "image/png", 524_288, 1000).orElseThrow();
        assertTrue("too large: " + smaller.length, smaller.length <= 524_288);
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(smaller));
        assertTrue("too small: " + seen.getWidth(), seen.getWidth() >= 1000);
        assertEquals("its shape", 1.6, (double) seen.getWidth() / seen.getHeight(), 0.01);
    }

    @Test
    public void whatCannotBeBroughtThereLegiblyIsNotMadeIllegible() throws Exception {
        assertEquals(Optional.empty(), new Pictures().shrink(noise(1100, 1100, true), "image/png", 100_000, 1000));
        assertEquals(Optional.empty(), new Pictures().shrink("no picture".getBytes("US-ASCII"), "image/png", 100_000, 1000));
    }

    @Test(timeout = 60_000)
    public void manyAtOnceAreRefusedRatherThanQueued() throws Exception {
        Pictures pictures = new Pictures();
        byte[] none = {};
        pictures.one.acquire();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(new Thread(() -> pictures.shrink(none, "image/png", 1, 1)));
            waiting.get(i).start();
        }
        while (pictures.one.getQueueLength() < 4) {
            Thread.onSpinWait();
        }
        assertEquals("pictures-busy", assertThrows(Refusal.class, () -> pictures.shrink(none, "image/png", 1, 1)).code());
        pictures.one.release();
        for (Thread each : waiting) {
            each.join();
        }
        assertEquals("and then again", Optional.empty(), pictures.shrink(none, "image/png", 1, 1));
    }
}
