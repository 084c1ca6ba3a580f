package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.billing.Charge;
import org.openbeian.api.billing.FreeTime;
import org.openbeian.api.billing.Invoice;
import org.openbeian.api.butler.ButlerCase;
import org.openbeian.api.butler.ButlerCase.MaterialHandOver;
import org.openbeian.api.butler.ButlerCase.State;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.testkit.Requirement;

public class ButlerStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");
    private static final BigDecimal PRICE = new BigDecimal("600.00");

    private JdbcButlerStore store() {
        return new JdbcButlerStore(database, new Samples.FakePersonalData());
    }

    @Test
    public void aCaseComesBackAndItsOrderHasOneAtATime() {
        JdbcButlerStore store = store();
        ButlerCase first = fresh("c1", "o1", "anna");
        assertTrue(store.insert(first));
        assertFalse(store.insert(fresh("c2", "o1", "anna")));
        ButlerCase assigned = first.next(State.ASSIGNED, "bai", List.of(new MaterialHandOver(NOW, "a note", List.of("m1"))));
        assertTrue(store.update(assigned));
        assertFalse("another was faster", store.update(assigned));
        assertEquals(Optional.of(assigned), store.find("c1"));
        assertEquals(Optional.empty(), store.find("c9"));
        assertFalse("protected", database.first("select document from butler_case",
            row -> new String(row.getBytes(1), StandardCharsets.UTF_8)).orElseThrow().contains("a note"));
        assertTrue(store.update(assigned.next(State.CANCELLED, null, List.of())));
        assertTrue("free again", store.insert(fresh("c3", "o1", "anna")));
        store.insert(fresh("c4", "o2", "bob").next(State.ASSIGNED, "bai", List.of()));
        assertEquals(List.of("c3", "c1"), ids(store.list("anna", null, 10)));
        assertEquals(List.of("c4"), ids(store.list(null, "bai", 10)));
        assertEquals(List.of("c4"), ids(store.list(null, null, 1)));
    }

    @Test
    public void aListIsFilledPastWhatWasErased() {
        JdbcDataKeyStore keys = new JdbcDataKeyStore(database);
        JdbcButlerStore store = new JdbcButlerStore(database, new Samples.KeyedPersonalData(keys));
        for (int i = 1; i <= 4; i++) {
            store.insert(fresh("c" + i, "o" + i, "anna"));
        }
        keys.destroy("o4");
        keys.destroy("o2");
        assertEquals(List.of("c3", "c1"), ids(store.list("anna", null, 2)));
    }

    @Test
    public void aChargeIsBookedOnceAndOnOneInvoice() {
        JdbcButlerStore store = store();
        assertTrue(store.add(charge("k1", "anna")));
        assertFalse(store.add(charge("k1", "anna")));
        store.add(charge("k2", "bob"));
        assertEquals(List.of(charge("k1", "anna")), store.charges("anna", 10));
        Invoice invoice = new Invoice("i1", "anna", "王小明", PRICE, false, NOW);
        assertEquals("not bob's", 1, store.add(invoice, List.of("k1", "k2")));
        assertEquals("not twice", 0, store.add(new Invoice("i2", "anna", "王小明", PRICE, false, NOW), List.of("k1")));
        assertEquals("i1", store.charges("anna", 10).get(0).invoiceId());
        assertTrue(store.issued("i1"));
        assertFalse(store.issued("i9"));
        assertEquals(new Invoice("i1", "anna", "王小明", PRICE, true, NOW), store.invoices("anna", 10).get(1));
    }

    @Test
    @Requirement("W-12")
    public void freeTimeIsBookedOnce() {
        JdbcButlerStore store = store();
        FreeTime first = new FreeTime("f1", "anna", "o1", new ResourceRef("cvm", "ins-1"), 12, NOW);
        FreeTime second = new FreeTime("f2", "anna", "o2", null, 3, NOW);
        assertTrue(store.add(first));
        assertFalse(store.add(new FreeTime("f1", "anna", "o1", null, 99, NOW)));
        assertTrue(store.add(second));
        store.add(new FreeTime("f3", "bob", "o3", null, 5, NOW));
        assertEquals(List.of(second, first), store.freeTime("anna", 10));
        assertEquals(List.of(second), store.freeTime("anna", 1));
    }

    private static List<String> ids(List<ButlerCase> cases) {
        return cases.stream().map(ButlerCase::id).toList();
    }

    private static ButlerCase fresh(String id, String order, String account) {
        return new ButlerCase(id, 1, order, account, Map.of("icp.first", PRICE), State.REQUESTED, null, List.of(), NOW);
    }

    private static Charge charge(String id, String account) {
        return new Charge(id, account, "o1", "icp.first", PRICE, NOW, null);
    }
}
