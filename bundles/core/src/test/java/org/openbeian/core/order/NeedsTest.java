package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.openbeian.core.fake.Samples.ALICE;

import java.time.Duration;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** What is due now, later and overdue at each stage. */
@Requirement("T-108")
public class NeedsTest {

    private final Desk desk = new Desk();

    @Test
    public void theCallComesInPreReview() {
        Order order = desk.submitted();
        assertEquals(List.of("answer-call now 2026-11-03T02:00:00Z"), needs(order));
    }

    @Test
    @Requirement("T-40")
    public void theSmsComesAfterThePassAndGetsOverdue() {
        Order order = desk.passed();
        assertEquals(List.of("sms-verification later null"), needs(order));
        desk.authority.uploaded(order.id(), 1, "440000/1");
        assertEquals(List.of("sms-verification now 2026-11-03T02:00:00Z"), needs(order));
        desk.clock.pass(Duration.ofHours(25));
        assertEquals(List.of("sms-verification overdue 2026-11-03T02:00:00Z"), needs(order));
    }

    @Test
    @Requirement({"T-45", "T-46"})
    public void footerAndPublicSecurityFilingFollowTheApproval() {
        Order order = desk.uploaded();
        desk.authority.published("440000", 1, desk.record("粤ICP备2026000001号", "粤ICP备2026000001号-1"));
        assertEquals(List.of("footer now null", "public-security-filing later 2026-12-02T02:00:00Z", "address-binding later null"),
            needs(order));
        desk.clock.pass(Duration.ofDays(31));
        assertEquals("public-security-filing overdue 2026-12-02T02:00:00Z", needs(order).get(1));
    }

    @Test
    public void aReturnedOrderSaysWhatToCorrect() {
        Order order = desk.submitted();
        desk.orders.giveBack(Samples.SAM, order.id(), Orders.ANY_VERSION, List.of(new ReturnReason("name-differs",
            "/organizer/name", new LocalizedText("名称不符", "The name differs"), null)));
        assertEquals("name-differs now 2026-12-17T02:00:00Z", needs(order).get(0));
    }

    private List<String> needs(Order order) {
        return desk.orders.requirements(ALICE, order.id()).missing().stream()
            .map(need -> need.id() + " " + need.when() + " " + need.due()).toList();
    }
}
