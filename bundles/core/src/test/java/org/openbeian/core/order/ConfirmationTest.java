package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.refusal;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.CancelReason;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.rules.Finding;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** What an applicant confirms when the repair of a returned order is what needs it. */
@Requirement({"T-38", "W-28"})
public class ConfirmationTest {

    private static final String NUMBER = FiledOrdersTest.NUMBER;

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;

    @Test
    public void whatARepairNeedsToBeConfirmedMayBeConfirmedThoughNoReturnMarksIt() {
        desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, FiledOrdersTest.record(new PublishedService(1, 0, FiledOrdersTest.FIRST, 2001, "示例小站",
            List.of("example.com"), List.of(new PublishedAccess(3001, true, 1)))));
        Order order = orders.create(ALICE, FilingType.CHANGE_BOTH, new Application(null, List.of(), Map.of(), new Basis(NUMBER, null)));
        Organizer organizer = order.application().organizer();
        desk.submit(edited(order, organizer, null));
        orders.giveBack(SAM, order.id(), Orders.ANY_VERSION, List.of(new ReturnReason("name-differs", "/organizer/name", null, null)));
        Organizer renamed = Samples.organizer("深圳新名科技有限公司");
        Order repaired = edited(order, renamed, null);
        assertEquals(List.of("key-data"), refusal(() -> desk.submit(repaired)).findings().stream().map(Finding::ruleId).toList());
        assertEquals("nothing else of it may change", "field-not-marked", refusal(() -> edited(order, renamed, CancelReason.OTHER,
            "key-data")).findings().get(0).ruleId());
        assertEquals(OrderState.PRE_REVIEW, desk.submit(edited(order, renamed, null, "key-data")).state());
    }

    /** The order with another name of its website, which is changed from the first. */
    private Order edited(Order order, Organizer organizer, CancelReason reason, String... confirmed) {
        Application old = order.application();
        WebSite site = (WebSite) old.services().get(0);
        InternetService named = new WebSite("新名", site.domains(), site.homeUrl(), site.contents(), site.languages(), site.preApprovals(),
            site.commercial(), site.principal(), site.accesses(), site.remark());
        return orders.edit(ALICE, order.id(), Orders.ANY_VERSION, new Application(organizer, List.of(named), old.extra(),
            new Basis(NUMBER, old.basis().serviceNumbers(), reason, null, List.of(confirmed), null)));
    }
}
