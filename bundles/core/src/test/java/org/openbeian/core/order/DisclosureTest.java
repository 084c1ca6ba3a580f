package org.openbeian.core.order;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.Test;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.Samples;

/** What staff sees of personal data. */
public class DisclosureTest {

    private final Desk desk = new Desk();
    private final Order order = desk.draft();

    @Test
    public void aRevealGivesTheValuesAndIsAudited() {
        assertEquals(Map.of("/application/organizer/principal/mobile", "13800000000"),
            desk.disclosure.reveal(SAM, order.id(), List.of("/application/organizer/principal/mobile"), " the applicant called "));
        assertEquals(List.of("sam order.reveal order/" + order.id()
            + " the applicant called {fields=/application/organizer/principal/mobile}"), desk.audit.lines);
    }

    @Test
    public void anObjectStandsForItsFieldsAndEmptyOnesAreLeftOut() {
        Map<String, String> values = desk.disclosure.reveal(SAM, order.id(), List.of("/application/services"), "call back");
        assertEquals("wang@example.com", values.get("/application/services/0/principal/email"));
        assertEquals("example.com", values.get("/application/services/0/domains/0"));
        assertFalse(values.containsKey("/application/services/0/principal/officePhone"));
        assertTrue("the audit names each field", desk.audit.lines.get(0).contains("/application/services/0/principal/email"));
    }

    @Test
    public void withoutRightReasonOrOrderNothingIsShown() {
        List<String> fields = List.of("/application/organizer/name");
        assertEquals(Refusal.Kind.FORBIDDEN, refusal(() -> desk.disclosure.reveal(OLGA, order.id(), fields, "curious")).kind());
        assertEquals("not-permitted", code(() -> desk.disclosure.reveal(MALLORY, order.id(), fields, "curious")));
        for (String bad : Arrays.asList(null, "", "   ", "abc", "x".repeat(1001))) {
            assertEquals("reason-needed", code(() -> desk.disclosure.reveal(SAM, order.id(), fields, bad)));
        }
        assertEquals("fields-needed", code(() -> desk.disclosure.reveal(SAM, order.id(), List.of(), "call back")));
        assertEquals("fields-needed",
            code(() -> desk.disclosure.reveal(SAM, order.id(), Collections.nCopies(51, "/application"), "call back")));
        assertEquals("order-not-found", code(() -> desk.disclosure.reveal(SAM, "nothing", fields, "call back")));
        assertEquals(List.of(), desk.audit.lines);
    }

    @Test
    public void everyBadPointerIsFoundAtOnce() {
        Refusal refusal = refusal(() -> desk.disclosure.reveal(SAM, order.id(),
            Arrays.asList("/application/organizer/name", "/account", "/application/nothing", null, "/application/~9"), "call back"));
        assertEquals(List.of("/fields/1", "/fields/2", "/fields/3", "/fields/4"),
            refusal.findings().stream().map(finding -> finding.pointer()).toList());
        assertEquals(List.of(), desk.audit.lines);
    }

    @Test
    public void whatCannotBeAuditedIsNotShown() {
        desk.audit.broken = true;
        assertThrows(IllegalStateException.class,
            () -> desk.disclosure.reveal(SAM, order.id(), List.of("/application"), "call back"));
        Order with = desk.orders.attach(ALICE, order.id(), order.version(), Samples.licence());
        assertThrows(IllegalStateException.class,
            () -> desk.orders.material(SAM, order.id(), with.materials().get(0).id()));
    }

    @Test
    public void staffGetsPicturesWithItsNameAcrossThem() throws IOException {
        for (String format : List.of("png", "jpeg")) {
            byte[] original = Samples.picture(format, 300, 200);
            byte[] kept = original.clone();
            Order with = desk.orders.attach(ALICE, order.id(), Orders.ANY_VERSION,
                new MaterialUpload("unit-certificate", "/organizer", "image/" + format, original));
            String id = with.materials().get(0).id();
            assertArrayEquals("the owner's", kept, desk.orders.material(ALICE, order.id(), id).content());
            byte[] sams = desk.orders.material(SAM, order.id(), id).content();
            byte[] sues = desk.orders.material(Samples.SUE, order.id(), id).content();
            assertArrayEquals("the stored one, which is uploaded", kept, desk.blobs.get(id, order.id()));
            BufferedImage marked = ImageIO.read(new ByteArrayInputStream(sams));
            assertEquals("300x200", marked.getWidth() + "x" + marked.getHeight());
            double changed = changed(ImageIO.read(new ByteArrayInputStream(original)), marked);
            assertTrue("share of changed points: " + changed, changed > 0.02 && changed < 0.4);
            assertTrue("the name shows", changed(marked, ImageIO.read(new ByteArrayInputStream(sues))) > 0.002);
            assertEquals("sam material.show order/" + order.id() + " null", desk.audit.lines.get(0).replaceAll(" \\{.*", ""));
            desk.audit.lines.clear();
        }
    }

    @Test
    public void lettersAreDrawnWhereTheyBelong() throws IOException {
        byte[] marked = new Watermark().mark(Samples.picture("png", 300, 200), "image/png", "I");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(marked));
        StringBuilder drawn = new StringBuilder();
        for (int y = 1; y < 8; y++) {
            for (int x = 0; x < 6; x++) {
                drawn.append((image.getRGB(x, y) & 0xff) > 40 ? '#' : '.');
            }
            drawn.append('\n');
        }
        assertEquals(".###..\n..#...\n..#...\n..#...\n..#...\n..#...\n.###..\n", drawn.toString());
    }

    @Test
    public void aLargePictureIsShownWithFewerPoints() throws IOException {
        byte[] marked = new Watermark().mark(Samples.picture("png", 6000, 4000), "image/png", "sam");
        assertEquals(3000, ImageIO.read(new ByteArrayInputStream(marked)).getWidth());
    }

    @Test
    public void aPictureThatCannotBeMarkedIsNotShown() {
        byte[] cut = Arrays.copyOf(Samples.picture("png", 60, 40), 50);
        assertEquals("material-unmarkable", code(() -> new Watermark().mark(cut, "image/png", "sam")));
    }

    @Test
    public void whoActsForTheOwnerSeesItInClear() {
        Actor sub = new Actor("alice-2", Set.of(Role.SUB_ACCOUNT), "192.0.2.9");
        assertTrue(sub.seesInClear("alice") && ALICE.seesInClear("alice"));
        for (Role role : Role.values()) {
            Actor actor = new Actor("x", EnumSet.of(role, Role.SUB_ACCOUNT), "192.0.2.9");
            boolean staff = !Set.of(Role.APPLICANT, Role.SUB_ACCOUNT, Role.INTEGRATOR).contains(role);
            assertEquals(role.name(), !staff, actor.seesInClear("alice"));
            assertFalse(role.name(), role != Role.SUB_ACCOUNT && new Actor("x", Set.of(role), "192.0.2.9").seesInClear("alice"));
        }
    }

    @Test
    public void historiesHoldNoNumbersOfPersons() {
        desk.orders.withdraw(ALICE, order.id(), Orders.ANY_VERSION, "call 13812345678");
        List<HistoryEntry> history = desk.orders.history(ALICE, order.id(), 1);
        assertEquals("call 138******78", history.get(0).reason());
    }

    private static double changed(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (Math.abs((one.getRGB(x, y) >> 8 & 0xff) - (other.getRGB(x, y) >> 8 & 0xff)) > 30) {
                    count++;
                }
            }
        }
        return (double) count / one.getWidth() / one.getHeight();
    }
}
