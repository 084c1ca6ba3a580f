package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.Test;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.core.fake.Samples;

/** Bytes that claim to be pictures. */
public class PictureTest {

    private static final int MAX = 40_000_000;

    @Test
    public void sizeAndKindAreReadFromTheHead() {
        assertEquals(new Picture("image/png", 30, 20), Picture.inspect(Samples.picture("png", 30, 20), "image/png", MAX));
        assertEquals(new Picture("image/jpeg", 31, 21), Picture.inspect(Samples.picture("jpeg", 31, 21), "image/jpeg", MAX));
    }

    @Test
    public void otherKindsAreRefused() {
        Refusal refusal = refusal(() -> Picture.inspect("%PDF-1.7 not a picture".getBytes(StandardCharsets.UTF_8), "image/png", MAX));
        assertEquals(Refusal.Kind.UNSUPPORTED, refusal.kind());
        assertEquals("material-kind", code(() -> Picture.inspect(new byte[] {(byte) 0xff, (byte) 0xd8}, "image/jpeg", MAX)));
        assertEquals("material-kind-differs", code(() -> Picture.inspect(Samples.picture("png", 3, 3), "image/jpeg", MAX)));
        assertEquals("material-kind-differs", code(() -> Picture.inspect(Samples.picture("png", 3, 3), null, MAX)));
    }

    @Test
    public void aPictureThatIsCutOffIsRefusedWhereverItIsCut() {
        for (String format : new String[] {"png", "jpeg"}) {
            byte[] whole = Samples.picture(format, 50, 50);
            for (int length = 9; length < whole.length - 4; length += Math.max(1, whole.length / 40)) {
                byte[] part = Arrays.copyOf(whole, length);
                assertEquals(format + " cut at " + length + " of " + whole.length, "material-damaged",
                    code(() -> Picture.inspect(part, "image/" + format, MAX)));
            }
        }
    }

    @Test
    public void theEndOfAPreviewInsideIsNotTheEndOfThePicture() {
        byte[] whole = Samples.picture("jpeg", 50, 50);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 6, 1, 2, (byte) 0xff, (byte) 0xd9});
        out.write(whole, 2, whole.length - 4);
        assertEquals("material-damaged", code(() -> Picture.inspect(out.toByteArray(), "image/jpeg", MAX)));
    }

    @Test
    public void aPictureBombIsRefusedWithoutBeingDecoded() {
        Refusal refusal = refusal(() -> Picture.inspect(bomb(30_000, 30_000), "image/png", MAX));
        assertEquals("material-pixels", refusal.code());
        assertEquals(Refusal.Kind.TOO_LARGE, refusal.kind());
        assertEquals("material-pixels", code(() -> Picture.inspect(bomb(2_000_000_000, 2_000_000_000), "image/png", MAX)));
    }

    @Test
    public void badUploadsAreRefusedBeforeAnythingIsStored() {
        Desk desk = new Desk();
        Order order = desk.draft();
        byte[] good = Samples.picture("png", 5, 5);
        assertEquals("material-type-malformed", attach(desk, order, "Unit Certificate", "/organizer", good));
        assertEquals("material-type-malformed", attach(desk, order, null, "/organizer", good));
        assertEquals("material-subject-malformed", attach(desk, order, "x", "organizer", good));
        assertEquals("material-subject-malformed", attach(desk, order, "x", null, good));
        assertEquals("material-empty", attach(desk, order, "x", "/organizer", new byte[0]));
        assertEquals("material-empty", attach(desk, order, "x", "/organizer", null));
        assertEquals("material-too-large", attach(desk, order, "x", "/organizer", new byte[4_194_305]));
        assertEquals(1, desk.now(order).version());
        assertEquals(0, desk.blobs.size());
    }

    private static String attach(Desk desk, Order order, String type, String subject, byte[] content) {
        return code(() -> desk.orders.attach(Samples.ALICE, order.id(), Orders.ANY_VERSION,
            new MaterialUpload(type, subject, "image/png", content)));
    }

    /** A PNG whose head promises the given size and whose data is empty. */
    private static byte[] bomb(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {1, 0, 0, 0, 0}).array());
        chunk(out, "IDAT", new byte[0]);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
