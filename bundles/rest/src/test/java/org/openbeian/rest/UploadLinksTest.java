package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.order.UploadLinks;
import org.openbeian.rest.TestServer.Reply;
import org.openbeian.testkit.Requirement;

public class UploadLinksTest {

    private static final String WISH = "{\"type\":\"unit-certificate\",\"subject\":\"/organizer\"}";
    private static final int SCALE = 4;

    private final FakeUploads uploads = new FakeUploads();
    private TestServer server;

    @Before
    public void start() throws Exception {
        server = new TestServer();
        server.services.put(UploadLinks.class, uploads);
    }

    @After
    public void stop() {
        server.close();
    }

    @Test
    @Requirement("A-78")
    public void theCodeHoldsTheAddress() throws Exception {
        Reply made = server.json("anna", "POST", "/orders/o1/upload-links", WISH);
        assertEquals(made.text(), 201, made.status());
        String here = made.json().get("address").asText();
        assertTrue(here, here.matches("http://[a-z0-9.]+:\\d+/api/v1/uploads/abc\\.def"));
        assertEquals(here, decoded(made.json().get("qr").asText()));
        uploads.server = "https://beian.example.com";
        assertEquals("https://beian.example.com/api/v1/uploads/abc.def",
                server.json("anna", "POST", "/orders/o1/upload-links", WISH).json().get("address").asText());
    }

    private static String decoded(String svg) throws Exception {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertTrue(size.find());
        int side = Integer.parseInt(size.group(1)) * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1").matcher(svg);
        while (module.find()) {
            for (int i = 0; i < SCALE * SCALE; i++) {
                int x = Integer.parseInt(module.group(1)) * SCALE + i % SCALE;
                int y = Integer.parseInt(module.group(2)) * SCALE + i / SCALE;
                pixels[y * side + x] = 0;
            }
        }
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)))).getText();
    }

    @Test
    @Requirement("A-78")
    public void aPhoneUploadsWithoutALogIn() {
        Reply page = server.send(null, "GET", "/uploads/abc.def", "Accept", "text/html");
        assertEquals(page.text(), 200, page.status());
        assertTrue(page.text(), page.text().contains("执照 / &lt;licence&gt;"));
        assertFalse(page.header("Content-Security-Policy"), page.header("Content-Security-Policy").contains("script-src 'unsafe"));
        Reply put = server.send(null, "PUT", "/uploads/abc.def", new byte[] {1, 2, 3}, "Content-Type", "image/png");
        assertEquals(put.text(), 204, put.status());
        assertEquals(List.of("image/png 3 127.0.0.1"), uploads.taken);
        assertEquals(415, server.send(null, "PUT", "/uploads/abc.def", new byte[] {1}, "Content-Type", "image/gif").status());
        Reply gone = server.send(null, "GET", "/uploads/abc.x", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertTrue("a phone shows a page: " + gone.text(), gone.status() == 404 && gone.text().contains("链接已失效 / This link is over"));
        assertEquals("upload-link-over", server.send(null, "GET", "/uploads/abc.x").json().get("code").asText());
        Reply over = server.send(null, "PUT", "/uploads/abc.x", new byte[] {1}, "Content-Type", "image/png");
        assertEquals("404 upload-link-over", over.status() + " " + over.json().get("code").asText());
    }

    @Test
    public void theLinkIsLookedAtBeforeTheBody() {
        byte[] tooLarge = new byte[BodyProvider.MAX_PICTURE + 1];
        Reply over = server.send(null, "PUT", "/uploads/abc.x", tooLarge, "Content-Type", "image/png");
        assertEquals("404 upload-link-over", over.status() + " " + over.json().get("code").asText());
        Reply good = server.send(null, "PUT", "/uploads/abc.def", tooLarge, "Content-Type", "image/png");
        assertEquals("413 body-too-large", good.status() + " " + good.json().get("code").asText());
    }
}
