package org.openbeian.core.imports;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.imports.Imports.BadLine;
import org.openbeian.api.imports.Imports.Content;
import org.openbeian.api.imports.Imports.Format;
import org.openbeian.api.imports.Imports.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.security.Actor;
import org.openbeian.core.config.ConfigGuard;
import org.openbeian.core.exchange.Gateways;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryCorrections;
import org.openbeian.core.fake.MemoryImports;
import org.openbeian.core.fake.MemoryOrders;
import org.openbeian.core.fake.MemoryRegister;
import org.openbeian.core.fake.MemoryTasks;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.order.AuthorityRecords;
import org.openbeian.core.order.AuthorityRoutes;
import org.openbeian.core.order.CoreConfig;
import org.openbeian.core.order.CoreSettings;
import org.openbeian.core.order.FiledRecordFinder;
import org.openbeian.core.order.OrderRoutes;
import org.openbeian.core.order.Reconciler;
import org.openbeian.testkit.Requirement;
import org.slf4j.LoggerFactory;

/** An authority's extract is compared with the register. */
@Requirement("A-107")
public class AuthorityRecordsTest {

    private static final String NUMBER = "粤ICP备2026000001号";
    private static final String LINE = "{\"organizerNumber\": \"" + NUMBER + "\", \"asOf\": \"2026-11-20\", \"name\": \"乙公司\","
        + " \"services\": [{\"number\": \"" + NUMBER + "-1\", \"filed\": true, \"here\": true}]}";

    private final FixedClock clock = new FixedClock("2026-11-22T02:00:00Z");
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryRegister register = new MemoryRegister(transactions);
    private final MemoryCorrections cases = new MemoryCorrections();
    private final MemoryOrders orders = new MemoryOrders(transactions);
    private final Reconciler reconciler = new Reconciler(cases, register, orders, new MemoryTasks(transactions),
        new CoreSettings(new ConfigGuard<>(CoreConfig.class, "test", LoggerFactory.getLogger(AuthorityRecordsTest.class)).get()),
        notice -> { }, new MemoryAudit(), new FiledRecordFinder(register, new OrderRoutes(register, orders, new AuthorityRoutes(),
            new Gateways(new AuthorityRoutes()), new FakeRules())), clock);
    private final StoredImports imports = new StoredImports(transactions, new MemoryImports(), new MemoryAudit(), clock)
        .with(new AuthorityRecords(reconciler, clock));

    @Before
    public void register() {
        transactions.run(() -> register.save(new OrganizerEntry(NUMBER, "440000", "甲公司", 1, "o1", Instant.EPOCH)));
    }

    private Progress run(Actor actor, String id, String lines) {
        return imports.run(actor, new Content(id, "authority-records", Format.JSON_LINES, false),
            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    public void whatDiffersOpensACaseAndTheRegisterStaysAsItIs() {
        assertEquals(1, run(Samples.OLGA, "a", LINE).stored());
        CorrectionCase one = cases.list(null, true, null, 10).get(0);
        assertEquals(List.of("/organizer/name", "/services/" + NUMBER + "-1"), one.differences().stream().map(field -> field.pointer())
            .toList());
        assertEquals("as of the end of that day", Instant.parse("2026-11-20T15:59:59Z"), one.differences().get(0).asOf());
        assertEquals("甲公司", register.organizer(NUMBER).orElseThrow().name());
        assertEquals("not-permitted", assertThrows(Refusal.class, () -> run(Samples.SAM, "b", LINE)).code());
    }

    @Test
    public void anExtractOfTodayIsAsOfNowAndNoneIsOfTomorrow() {
        assertEquals(1, run(Samples.OLGA, "a", LINE.replace("2026-11-20", "2026-11-22")).stored());
        assertEquals(clock.instant(), cases.list(null, true, null, 10).get(0).differences().get(0).asOf());
        assertEquals(1, run(Samples.OLGA, "b", LINE.replace("2026-11-20", "2026-11-23")).bad());
        assertTrue(imports.badLines("b", 0, 10).toString().contains("asOf"));
    }

    /** An authority's extract names everybody in the province. */
    @Test
    public void organizersThatAreNotOursOpenACaseOnlyWhenTheyAreAccessedHere() {
        String other = LINE.replace("000001号", "000002号").replace("\"name\"", "\"filed\": true, \"name\"");
        assertEquals(1, run(Samples.OLGA, "a", other.replace("\"here\": true", "\"here\": false")).stored());
        assertEquals(1, run(Samples.OLGA, "b", other.replace(", \"here\": true", "")).stored());
        assertEquals(List.of(), cases.list(null, true, null, 10));
        run(Samples.OLGA, "c", other);
        assertEquals(List.of("/organizer", "/services/粤ICP备2026000002号-1"), cases.list(null, true, null, 10).get(0).differences().stream()
            .map(field -> field.pointer()).toList());
    }

    @Test
    public void badLinesAreToldAndOpenNothing() {
        assertEquals(3, run(Samples.OLGA, "a",
            "{\"organizerNumber\": \"x\"}\n{\"name\": \"乙公司\"}\n" + LINE.replace("号-1", "号")).bad());
        List<BadLine> bad = imports.badLines("a", 0, 10);
        assertTrue(bad.toString(), bad.get(0).toString().contains("organizerNumber")
            && bad.get(2).toString().contains("services/0/number"));
        assertEquals(List.of(), cases.list(null, false, null, 10));
    }
}
