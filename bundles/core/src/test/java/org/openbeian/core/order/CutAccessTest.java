package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.order.OlderRecordsTest.FIRST;
import static org.openbeian.core.order.OlderRecordsTest.NAME;
import static org.openbeian.core.order.OlderRecordsTest.access;
import static org.openbeian.core.order.OlderRecordsTest.filed;
import static org.openbeian.core.order.OlderRecordsTest.noon;
import static org.openbeian.core.order.OlderRecordsTest.noted;
import static org.openbeian.core.order.OlderRecordsTest.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.Test;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.register.RecordReference.Kind;
import org.openbeian.testkit.Requirement;

/** Records that come after an access was cut. */
@Requirement("T-39")
public class CutAccessTest {

    private static PublishedService cut(int day, long... others) {
        List<PublishedAccess> accesses = new ArrayList<>(List.of(new PublishedAccess(3001, true, 1)));
        LongStream.of(others).forEach(id -> accesses.add(new PublishedAccess(id, id == 3002, id == 3002 ? 2 : 0)));
        return new PublishedService(1, 0, FIRST, 2001, "示例小站", List.of("example.com"), accesses, noon(day));
    }

    private static String accesses(Desk desk) {
        return desk.register.service(FIRST).map(one -> one.state() + " " + one.accesses().stream().map(AccessEntry::recordId).toList())
            .orElseThrow();
    }

    /** With or without an access at another provider that is left. */
    @Test
    @Requirement({"E-18", "A-02"})
    public void aChangeFromBeforeAnAccessWasCutDoesNotBringItBack() {
        for (long[] elsewhere : new long[][] {{}, {3009}}) {
            Desk desk = filed();
            desk.authority.published("440000", 1, record(2, NAME, cut(2, elsewhere)));
            desk.clock.set(noon(5));
            desk.authority.cancelled("440000", new RecordReference(Kind.ACCESS, 3001, null));
            String left = "ACCESS_CANCELLED " + LongStream.of(elsewhere).boxed().toList();
            assertEquals(left, accesses(desk));
            assertEquals(noted(FIRST), desk.authority.published("440000", 1, record(4, NAME, cut(4, elsewhere))));
            assertEquals(left, accesses(desk));
            assertEquals("a record that tells something from after the cut", List.of(),
                desk.authority.published("440000", 1, record(6, NAME, cut(4, elsewhere))));
            assertTrue(accesses(desk), accesses(desk).startsWith("ACTIVE [3001"));
        }
    }

    @Test
    @Requirement("E-18")
    public void whatIsPublishedWithAccessesElsewhereAloneStaysCutHere() {
        Desk desk = filed();
        desk.authority.published("440000", 1, record(2, NAME, cut(2, 3009)));
        desk.clock.set(noon(5));
        desk.authority.cancelled("440000", new RecordReference(Kind.ACCESS, 3001, null));
        PublishedService elsewhere = new PublishedService(1, 0, FIRST, 2001, "示例小站", List.of("example.com"),
            List.of(new PublishedAccess(3009, false, 0)), noon(2));
        assertEquals(List.of(), desk.authority.published("440000", 1, record(6, NAME, elsewhere)));
        assertEquals("ACCESS_CANCELLED [3009]", accesses(desk));
        desk.authority.published("440000", 1, record(4, NAME, cut(4, 3009)));
        assertEquals("ACCESS_CANCELLED [3009]", accesses(desk));
    }

    @Test
    public void anAccessThatIsCutWhileAnotherIsHereChangesNoState() {
        Desk desk = filed();
        desk.authority.published("440000", 1, record(2, NAME, cut(2, 3002, 3009)));
        desk.authority.cancelled("440000", new RecordReference(Kind.ACCESS, 3001, null));
        assertEquals("ACTIVE [3002, 3009]", accesses(desk));
    }

    @Test
    @Requirement("E-10")
    public void anAccessOfAnOrderIsGrantedThoughTheOthersWereCutMeanwhile() {
        Desk desk = filed();
        Order order = access(desk);
        desk.clock.set(noon(5));
        desk.authority.cancelled("440000", new RecordReference(Kind.ACCESS, 3001, null));
        assertEquals(noted(FIRST), desk.authority.published("440000", 1, record(4, NAME, cut(4, 3002))));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals("ACTIVE [3002]", accesses(desk));
        assertEquals("ins-1", desk.register.service(FIRST).orElseThrow().accesses().get(0).access().resourceId());
    }

    @Test
    @Requirement("E-10")
    public void anAccessThatANewerRecordDoesNotHaveIsNotGrantedAfterACut() {
        Desk desk = filed();
        access(desk);
        desk.authority.published("440000", 1, record(5, NAME, cut(5)));
        desk.clock.set(noon(6));
        desk.authority.cancelled("440000", new RecordReference(Kind.ACCESS, 3001, null));
        desk.authority.published("440000", 1, record(4, NAME, cut(4, 3002)));
        assertEquals("ACCESS_CANCELLED []", accesses(desk));
    }
}
