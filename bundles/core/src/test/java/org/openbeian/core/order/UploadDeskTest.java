package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.UploadLinks.UploadLink;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.message.MessageSettings;
import org.openbeian.testkit.Requirement;

/** Upload by phone. */
public class UploadDeskTest {

    private static final String TYPE = "unit-certificate";

    private final Desk desk = new Desk();
    private final FixedClock realTime = new FixedClock("2026-11-22T02:00:00Z");
    private Actor now = ALICE;
    private final BlindIndex marks = (kind, value) -> HexFormat.of().toHexDigits(value.hashCode()).repeat(8);
    private final UploadDesk uploads = new UploadDesk(desk.engine, desk.transactions, desk.orders, desk.rules, desk.resources, accounts(),
        marks, desk.audit, desk.settings, new MessageSettings(), realTime);
    private Order order;

    private Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class},
            (proxy, method, arguments) -> Optional.ofNullable(now));
    }

    @Before
    public void draft() {
        desk.rules.need(TYPE, "/organizer", 1);
        order = desk.draft();
    }

    private UploadLink link() {
        return uploads.open(ALICE, order.id(), TYPE, "/organizer");
    }

    private MaterialInfo upload(UploadLink link) {
        MaterialUpload licence = Samples.licence();
        return uploads.upload(link.token(), licence.mediaType(), licence.content(), "192.0.2.7");
    }

    @Test
    @Requirement("A-78")
    public void aLinkTakesOnePictureOfItsMaterialOnce() {
        UploadLink link = link();
        assertNull("the operator named no address", link.server());
        assertEquals(TYPE, uploads.task(link.token()).name().en());
        assertEquals(realTime.instant().plus(Duration.ofMinutes(15)), uploads.task(link.token()).until());
        MaterialInfo added = upload(link);
        assertEquals(TYPE + " /organizer", added.type() + " " + added.subject());
        assertEquals(added, desk.now(order).materials().get(0));
        assertEquals("used", "upload-link-over", code(() -> upload(link)));
        assertEquals("upload-link-over", code(() -> uploads.task(link.token())));
        MaterialInfo second = upload(link());
        assertEquals("another link replaces it", second, desk.now(order).materials().get(0));
        assertTrue(desk.audit.lines.toString(), desk.audit.lines.stream().anyMatch(line -> line.contains("material.link-used")));
    }

    @Test
    public void aPictureThatIsRefusedLeavesTheLink() {
        UploadLink link = link();
        assertFalse("upload-link-over".equals(code(() -> uploads.upload(link.token(), "image/png", new byte[] {1}, null))));
        upload(link);
    }

    @Test
    @Requirement("A-78")
    public void itEndsInRealTimeAndWithItsAccount() {
        UploadLink link = link();
        desk.clock.pass(Duration.ofDays(1));
        uploads.task(link.token());
        realTime.pass(Duration.ofMinutes(15));
        assertEquals("upload-link-over", code(() -> upload(link)));
        UploadLink other = link();
        now = null;
        assertEquals("upload-link-over", code(() -> upload(other)));
    }

    @Test
    public void aUsedLinkStaysUsedWhenItsPictureIsRemoved() {
        UploadLink link = link();
        MaterialInfo added = upload(link);
        desk.orders.detach(ALICE, order.id(), ANY_VERSION, added.id());
        assertEquals("upload-link-over", code(() -> uploads.task(link.token())));
        assertEquals("upload-link-over", code(() -> upload(link)));
        assertEquals(List.of(), desk.now(order).materials());
    }

    @Test
    public void itEndsWhenItsAccountMayNoLongerUpload() {
        UploadLink link = link();
        now = new Actor("alice", Set.of(Role.AUDITOR), null);
        assertEquals("upload-link-over", code(() -> uploads.task(link.token())));
        now = new Actor("mallory", Set.of(Role.APPLICANT), null);
        assertEquals("the order is hidden from it", "upload-link-over", code(() -> uploads.task(link.token())));
        now = ALICE;
        desk.orders.withdraw(ALICE, order.id(), ANY_VERSION, null);
        assertEquals("the order ended", "upload-link-over", code(() -> uploads.task(link.token())));
    }

    @Test
    public void theTokenTellsNothing() {
        String token = link().token();
        String said = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);
        assertFalse(said, said.contains("alice") || said.contains(order.id()) || said.contains(TYPE));
        assertNotEquals(token, link().token());
    }

    @Test
    public void nobodyMakesOrChangesALinkForWhatHeMayNotUpload() {
        assertEquals("material-not-needed", code(() -> uploads.open(ALICE, order.id(), "app-icon", "/services/0")));
        assertEquals("not-permitted", code(() -> uploads.open(SAM, order.id(), TYPE, "/organizer")));
        assertEquals("order-not-found", code(() -> uploads.open(MALLORY, order.id(), TYPE, "/organizer")));
        String token = link().token();
        String other = (token.startsWith("A") ? "B" : "A") + token.substring(1);
        assertEquals("upload-link-over", code(() -> uploads.task(other)));
        assertEquals("upload-link-over", code(() -> uploads.task("x")));
        assertEquals("upload-link-over", code(() -> uploads.task("A".repeat(41))));
        assertEquals("upload-link-over", code(() -> uploads.task("A".repeat(60))));
        UploadLink early = link();
        desk.orders.attach(ALICE, order.id(), ANY_VERSION, Samples.licence());
        desk.orders.withdraw(ALICE, order.id(), ANY_VERSION, null);
        assertEquals("wrong-state", code(() -> uploads.open(ALICE, order.id(), TYPE, "/organizer")));
        assertEquals("upload-link-over", code(() -> upload(early)));
    }
}
