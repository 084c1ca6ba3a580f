package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.util.List;
import org.junit.Test;
import org.openbeian.api.key.BlindIndex.Kind;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;

/** Orders found by numbers that are encrypted. */
public class PersonFinderTest {

    private final Desk desk = new Desk();
    private final PersonFinder finder = new PersonFinder(desk.store, Desk.BLIND, desk.audit, desk.transactions);

    @Test
    public void ordersAreFoundOnceTheyWereHandedIn() {
        Order draft = desk.draft();
        Principal principal = draft.application().organizer().principal();
        assertEquals(List.of(), finder.find(SAM, Kind.PHONE, principal.mobile(), "the applicant called"));
        Order submitted = desk.submitted();
        for (String number : List.of(principal.certificateNumber(), submitted.application().organizer().certificateNumber())) {
            assertEquals(List.of(submitted.id()), ids(finder.find(SAM, Kind.CERTIFICATE_NUMBER, number, "the applicant called")));
        }
        assertEquals(List.of(submitted.id()), ids(finder.find(SAM, Kind.PHONE, principal.mobile(), "the applicant called")));
        assertEquals(List.of(), finder.find(SAM, Kind.CERTIFICATE_NUMBER, principal.mobile(), "the applicant called"));
    }

    @Test
    public void theAuditTellsWhoSearchedAndWhyButNotForWhat() {
        finder.find(SAM, Kind.PHONE, " 020-87654321 ", "asked about 020-87654321");
        assertEquals(List.of("sam order.search person/PHONE asked about *** {found=0}"), desk.audit.lines);
        desk.audit.broken = true;
        assertThrows(IllegalStateException.class, () -> finder.find(SAM, Kind.PHONE, "13800000000", "the applicant called"));
    }

    @Test
    public void aSearchNeedsRightReasonKindAndNumber() {
        assertEquals(Refusal.Kind.FORBIDDEN, refusal(() -> finder.find(OLGA, Kind.PHONE, "13800000000", "curious")).kind());
        assertEquals(Refusal.Kind.FORBIDDEN, refusal(() -> finder.find(ALICE, Kind.PHONE, "13800000000", "curious")).kind());
        assertEquals("reason-needed", code(() -> finder.find(SAM, Kind.PHONE, "13800000000", "  x ")));
        assertEquals(List.of("/by", "/number"), refusal(() -> finder.find(SAM, Kind.NAME, " ", "call back")).findings().stream()
            .map(finding -> finding.pointer()).toList());
        assertEquals(List.of("/number"), refusal(() -> finder.find(SAM, Kind.PHONE, "1".repeat(61), "call back")).findings()
            .stream().map(finding -> finding.pointer()).toList());
        assertEquals(List.of(), desk.audit.lines);
    }

    @Test
    public void aReasonThatNamesAPersonIsKeptWithoutTheName() {
        Order order = desk.submitted();
        String name = order.application().organizer().principal().name();
        desk.orders.withdraw(ALICE, order.id(), Orders.ANY_VERSION, name + " changed his mind, call 13800000000");
        String kept = desk.store.lastEntry(order.id()).reason();
        assertFalse(kept, kept.contains(name));
        assertEquals(name.charAt(0) + "** changed his mind, call 138******00", kept);
        desk.disclosure.reveal(SAM, order.id(), List.of("/application/organizer/principal/mobile"), name + " called");
        assertEquals(name.charAt(0) + "** called", desk.audit.lines.get(0).split(" ", 4)[3].split(" \\{")[0]);
    }

    private static List<String> ids(List<OrderSummary> found) {
        return found.stream().map(OrderSummary::id).toList();
    }
}
