package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Test;
import org.openbeian.api.authority.CodeTable;
import org.openbeian.api.authority.ResultCode;
import org.openbeian.api.authority.ResultCode.Outcome;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.report.Report.Mender;
import org.openbeian.core.fake.MemoryCodeTables;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.report.CodeBook;
import org.openbeian.testkit.Requirement;

/** What is known of the ministry's codes: those of results, and those of its tables. */
@Requirement("T-39")
public class ResultCodesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryCodeTables tables = new MemoryCodeTables();
    private final CodeBook book = new CodeBook(transactions, tables, Clock.fixed(NOW, ZoneOffset.UTC));

    /** Code to its kind of outcome and what it is about, as the ministry's documents have them. */
    private static Map<Integer, String> known() throws IOException {
        Map<Integer, String> codes = new TreeMap<>();
        try (InputStream in = ResultCodesTest.class.getResourceAsStream("result-codes.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                .forEach(line -> codes.put(Integer.valueOf(line.split(" ")[0]), line.substring(line.indexOf(' ') + 1)));
        }
        return codes;
    }

    @Test
    public void everyCodeHasAnOutcomeSomebodyToTellAndAWayToMendIt() throws IOException {
        List<ResultCode> ours = book.results(Samples.OLGA);
        assertEquals(List.copyOf(known().keySet()), ours.stream().map(ResultCode::code).toList());
        ours.forEach(row -> assertTrue("" + row.code(), row.outcome() != null && row.mender() != null && !row.mend().zh().isBlank()
            && !row.mend().en().isBlank()));
        assertEquals("not-permitted", assertThrows(Refusal.class, () -> book.results(Samples.ALICE)).code());
    }

    @Test
    public void theOutcomeFitsTheKindOfTheCode() throws IOException {
        Map<Integer, String> known = known();
        for (ResultCode row : book.results(Samples.OLGA)) {
            String kind = known.get(row.code()).split(" ")[0];
            int thousand = row.code() / 1000;
            boolean good = kind.equals("ok") || kind.equals("approved");
            Set<Outcome> fitting = thousand == 3 ? Set.of(Outcome.NOT_OURS) : good ? Set.of(Outcome.UNCHANGED, Outcome.REPORT_DONE)
                : kind.equals("rejected") ? Set.of(Outcome.REJECTED) : thousand == 2 ? Set.of(Outcome.REPORT_FAILED)
                : Set.of(Outcome.RETURNED, Outcome.PRE_REVIEW, Outcome.REPORT_FAILED);
            assertTrue(row.toString(), fitting.contains(row.outcome()));
            assertTrue(row.toString(), row.outcome() != Outcome.RETURNED || row.mender() == Mender.APPLICANT);
        }
    }

    private static CodeTable.Row row(long id, Long mapped, boolean valid) {
        return new CodeTable.Row(id, mapped, "名称", valid, Map.of());
    }

    @Test
    public void aTableThatIsPublishedReplacesTheOneBeforeAndHoldsWhatIsSent() {
        assertEquals(ValidCodes.UNKNOWN, book.valid("440000"));
        transactions.run(() -> {
            book.replace("440000", "Dwxz_dms", List.of(row(4, null, true)));
            book.replace("440000", "Dwxz_dms", List.of(row(4, null, true)));
        });
        assertEquals("the same is no new version", 1, book.get(Samples.SAM, "440000", "Dwxz_dms", 0).version());
        transactions.run(() -> book.replace("440000", "Dwxz_dms", List.of(row(30, 5L, true), row(9, null, false))));
        ValidCodes valid = book.valid("440000");
        assertTrue("gone", valid.refuse("Dwxz_dms", 4));
        assertTrue("no longer valid", valid.refuse("Dwxz_dms", 9));
        assertTrue("either number of a row", !valid.refuse("Dwxz_dms", 30) && !valid.refuse("Dwxz_dms", 5));
        assertTrue("a table that nobody published refuses nothing", !valid.refuse("Zxly_dms", 4));
        assertEquals(ValidCodes.UNKNOWN, book.valid("620000"));
        transactions.run(() -> book.replace("440000", "Dwxz_dms", List.of()));
        assertEquals("an empty table is none", 2, book.list(Samples.OLGA, "440000").get(0).version());
        assertEquals(List.of(row(4, null, true)), book.get(Samples.SAM, "440000", "Dwxz_dms", 1).rows());
        assertEquals("code-table-not-found", assertThrows(Refusal.class, () -> book.get(Samples.SAM, "440000", "Zxly_dms", 0)).code());
        assertEquals("not-permitted", assertThrows(Refusal.class, () -> book.list(Samples.ALICE, "440000")).code());
    }
}
