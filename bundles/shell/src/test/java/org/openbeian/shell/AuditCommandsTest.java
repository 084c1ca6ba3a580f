package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.Test;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.audit.ChainReport;
import org.openbeian.api.audit.ChainVerifier;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Retention;
import org.openbeian.core.json.ModelJson;

public class AuditCommandsTest {

    private static final String HASH = "ab".repeat(32);

    private final FakeAudit audit = new FakeAudit();

    @Test
    public void entriesAreListedForTheAuditorAlone() throws Exception {
        AuditListCommand command = new AuditListCommand();
        command.audit = audit;
        String text = Console.run(command, "audrey");
        assertTrue(text, text.contains("order.reveal") && text.contains("order/o1") && text.contains("203.0.113.9")
                && text.contains("asked by phone"));
        assertEquals("203.0.113.9", Console.json(command, "audrey").at("/0/origin").asText());
        assertTrue(Console.refused(command, "sam").contains("needs the role"));
    }

    @Test
    public void theQuestionIsReadFromTheOptions() throws Exception {
        AuditListCommand command = new AuditListCommand();
        command.audit = audit;
        command.account = "sam";
        command.action = "order.*";
        command.object = "order/o1";
        command.from = "2026-11-21";
        command.until = "2026-11-21";
        command.before = "9";
        command.limit = 7;
        Console.run(command, "audrey");
        assertEquals(new AuditQuery("sam", "order.*", "order", "o1", Instant.parse("2026-11-20T16:00:00Z"),
                Instant.parse("2026-11-21T16:00:00Z"), 9, 7), audit.query);
        command.object = "o1";
        assertEquals("--object: 'o1' is not kind/id, such as order/01J...", Console.refused(command, "audrey"));
    }

    @Test
    public void chainsThatHoldAreSummedUp() throws Exception {
        AuditVerifyCommand command = verify(new ChainReport(1, 4000, List.of()), new ChainReport(7, 70, List.of()));
        assertEquals("chain 0: 2000 entries so far\nchain 0: 1 chains, 4000 entries, all hold\n"
                + "chain 1: 7 chains, 70 entries, all hold\n", Console.run(command, "audrey").replaceAll("chain 1: 35 .*\n", ""));
        assertEquals(70, Console.json(command, "audrey").at("/chain 1/entries").asInt());
    }

    @Test
    public void aFaultFailsTheCommand() {
        AuditVerifyCommand command = verify(new ChainReport(1, 4, List.of("entry 2 is missing")));
        String refusal = Console.refused(command, "audrey");
        assertTrue(refusal, refusal.startsWith("1 faults: somebody changed the database"));
    }

    @Test
    public void aProofIsHeldAgainstTheChain() throws Exception {
        AuditVerifyCommand command = verify(new ChainReport(1, 4, List.of()));
        command.audit = audit;
        command.proof = "3:" + HASH;
        Console.run(command, "audrey");
        command.proof = "4:" + HASH;
        assertTrue(Console.refused(command, "audrey").startsWith("The audit does not lead over entry 4 with this hash any more"));
        command.proof = "4";
        assertTrue(Console.refused(command, "audrey").contains("is not a number, a colon and 64 hexadecimal digits"));
        assertTrue(Console.refused(verify(), "audrey").startsWith("No part of the server that keeps hash chains is there"));
    }

    @Test
    public void theExportIsOneLineAnEntryAndTheProof() throws Exception {
        AuditExportCommand command = new AuditExportCommand();
        command.audit = audit;
        String[] lines = Console.run(command, "audrey").split("\n");
        AuditEntry read = ModelJson.mapper().readValue(lines[0], AuditEntry.class);
        assertEquals(FakeAudit.ENTRY, read);
        assertEquals("3:" + HASH, new ObjectMapper().readTree(lines[1]).get("proof").asText());
        assertEquals("the look itself is audited", List.of("audrey audit.export {from=1}"), audit.recorded);
        assertFalse(Console.refused(command, "olga").isEmpty());
    }

    @Test
    public void aRevealNamesItsFieldsAndItsReason() throws Exception {
        OrderRevealCommand command = new OrderRevealCommand();
        command.reveals = (actor, id, pointers, reason) -> Map.of(pointers.get(0), actor.account() + " " + id + " " + reason);
        command.id = FakeOrders.ID;
        command.reason = "call back";
        assertEquals("/application = sam " + FakeOrders.ID + " call back\n", Console.run(command, "sam"));
        command.fields = List.of("/application/organizer/principal/mobile");
        assertTrue(Console.run(command, "sam").startsWith("/application/organizer/principal/mobile = "));
        assertTrue(Console.refused(command, "olga").contains("needs the role"));
        command.reason = " ";
        assertTrue(Console.refused(command, "sam").startsWith("--reason: a text is needed"));
    }

    @Test
    public void aDryRunOfTheRetentionRemovesNothing() throws Exception {
        List<String> runs = new ArrayList<>();
        RetentionRunCommand command = new RetentionRunCommand();
        command.audit = audit;
        command.retention = new Retention() {
            @Override
            public List<Rule> plan() {
                return List.of(new Rule("deliveries", 365, 7));
            }

            @Override
            public List<Rule> run() {
                runs.add("run");
                return plan();
            }
        };
        command.dryRun = true;
        assertEquals("Will remove: 7 deliveries (kept 365 days).\nDry run: nothing was changed.\n", Console.run(command, "olga"));
        assertEquals(List.of(), runs);
        command.dryRun = false;
        assertTrue(Console.run(command, "olga").endsWith("Removed: 7 deliveries (kept 365 days).\n"));
        assertEquals(List.of("olga retention.run {deliveries=7}"), audit.recorded);
        assertTrue(Console.refused(command, "audrey").contains("needs the role"));
    }

    private static AuditVerifyCommand verify(ChainReport... reports) {
        AuditVerifyCommand command = new AuditVerifyCommand();
        command.verifiers = new ArrayList<>();
        for (ChainReport report : reports) {
            command.verifiers.add(new FakeVerifier("chain " + command.verifiers.size(), report));
        }
        long[] now = {0};
        command.nanoTime = () -> now[0] += 1_500_000_000L;
        return command;
    }

    private record FakeVerifier(String name, ChainReport report) implements ChainVerifier {

        @Override
        public ChainReport verify(Consumer<ChainReport> progress) {
            progress.accept(new ChainReport(1, report.entries() / 4, List.of()));
            progress.accept(new ChainReport(1, report.entries() / 2, List.of()));
            return report;
        }
    }

    private static final class FakeAudit implements AuditLog {

        static final AuditEntry ENTRY = new AuditEntry(3, Instant.parse("2026-11-21T02:03:04.567Z"), "sam", "203.0.113.9",
                "order.reveal", "order", "o1", "asked by phone", Map.of("fields", "mobile"), "0".repeat(64), HASH);

        AuditQuery query;
        final List<String> recorded = new ArrayList<>();

        @Override
        public void record(Actor actor, String action, String kind, String id, String reason, Map<String, String> details) {
            recorded.add(actor.account() + " " + action + " " + details);
        }

        @Override
        public List<AuditEntry> list(AuditQuery asked) {
            query = asked;
            return List.of(ENTRY);
        }

        @Override
        public AuditProof export(long fromNo, Consumer<AuditEntry> out) {
            out.accept(ENTRY);
            return new AuditProof(3, HASH);
        }

        @Override
        public boolean confirms(AuditProof noted) {
            return noted.no() == 3;
        }
    }
}
