package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbeian.api.order.CaseView;
import org.openbeian.api.order.Order;
import org.openbeian.api.rules.CaseKnowledge;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.PoliceGrant;
import org.openbeian.api.site.SiteDuty;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;
import org.openbeian.testkit.Requirement;

/** Where a case stands over all its stages. */
public class StagedCasesTest {

    private final Desk desk = new Desk();
    private final List<DomainState> known = new ArrayList<>();
    private final Resources resources = new Resources(account -> null, List.of((CaseKnowledge) filing ->
        new Circumstances(known, null, null, null, null, null, null)), filing -> null, desk.resourceStore, desk.store::load);
    private final StagedCases cases = new StagedCases(desk.engine, resources);

    private String stages(Order order) {
        CaseView view = cases.of(ALICE, order.id());
        return view.position() + ": " + view.stages().stream().map(stage -> stage.id() + " " + stage.status())
            .collect(Collectors.joining(", "));
    }

    private static DomainState domain(Boolean verified) {
        return new DomainState("example.com", null, null, null, null, null, null, verified, null, null, null, null, null, null);
    }

    @Test
    @Requirement({"T-01", "T-03"})
    public void theThreeStagesAndThePresentPositionAreShown() {
        Order order = desk.draft();
        assertEquals("forms: domain UNKNOWN, forms CURRENT, pre-review COMING, authority COMING, public-security COMING", stages(order));
        known.add(domain(null));
        assertEquals("nobody knows its real name", "UNKNOWN", cases.of(ALICE, order.id()).stages().get(0).status().name());
        known.set(0, domain(false));
        assertEquals("CURRENT", cases.of(ALICE, order.id()).stages().get(0).status().name());
        known.set(0, domain(true));
        desk.submit(order);
        assertEquals("pre-review: domain DONE, forms DONE, pre-review CURRENT, authority COMING, public-security COMING", stages(order));
        assertEquals(desk.now(order).progress().due(), cases.of(ALICE, order.id()).stages().get(2).due());
        assertEquals("order-not-found", Desk.code(() -> cases.of(MALLORY, order.id())));
        desk.orders.withdraw(ALICE, order.id(), -1, null);
        assertEquals("null: domain DONE, forms STOPPED, pre-review STOPPED, authority STOPPED, public-security STOPPED", stages(order));
    }

    @Test
    @Requirement("T-01")
    public void afterTheGrantThePoliceComeNext() {
        Order order = desk.uploaded();
        assertEquals("authority: domain UNKNOWN, forms DONE, pre-review DONE, authority CURRENT, public-security COMING", stages(order));
        desk.authority.published("440000", 1, desk.record("粤ICP备2026000001号", "粤ICP备2026000001号-1"));
        assertEquals("without sites nobody knows", "UNKNOWN", cases.of(ALICE, order.id()).stages().get(4).status().name());
        Instant due = Instant.parse("2026-12-20T00:00:00Z");
        PoliceGrant[] police = new PoliceGrant[1];
        cases.sites = (Sites) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Sites.class},
            (proxy, method, arguments) -> List.of(new SiteView(new FiledSite(order.id() + "-0", 1, order.id(), "alice", "440000",
                "粤ICP备2026000001号-1", "粤ICP备2026000001号", "x", List.of("example.com"), due, null, police[0], null, false), List.of(
                    new SiteDuty(SiteDuty.Kind.PUBLIC_SECURITY_FILING, SiteDuty.State.OPEN, null, due, null)))));
        CaseView.CaseStage last = cases.of(ALICE, order.id()).stages().get(4);
        assertEquals("public-security", cases.of(ALICE, order.id()).position());
        assertEquals(due, last.due());
        police[0] = new PoliceGrant("粤公网安备44030502000001号", LocalDate.of(2026, 12, 1));
        assertNull("the case is over", cases.of(ALICE, order.id()).position());
        assertEquals("粤ICP备2026000001号-1", cases.of(ALICE, order.id()).stages().get(3).detail());
    }
}
