package org.openbeian.core.imports;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.api.imports.Imports.BadLine;
import org.openbeian.api.imports.Imports.Content;
import org.openbeian.api.imports.Imports.Format;
import org.openbeian.api.imports.Imports.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryImports;
import org.openbeian.core.fake.MemoryRegister;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.json.ModelJson;
import org.openbeian.core.register.RegisterRecords;
import org.openbeian.testkit.Requirement;

/** What an export of the register wrote is imported as it was. */
public class RegisterRecordsTest {

    private static final String NUMBER = "粤ICP备2026000001号";
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Actor ROOT = new Actor("root", Set.of(Role.ADMIN), "shell");

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryRegister register = new MemoryRegister(transactions);
    private final StoredImports imports = new StoredImports(transactions, new MemoryImports(), new MemoryAudit(),
        new FixedClock("2026-11-22T02:00:00Z")).with(new RegisterRecords(register, new FixedClock("2026-11-22T02:00:00Z")));
    private final OrganizerEntry organizer = new OrganizerEntry(NUMBER, "440000", "示例公司", 1, "o1", NOW, OrganizerState.ACTIVE, NOW,
        Samples.application("example.com").organizer(), NOW.plusSeconds(1));
    private final ServiceEntry service = new ServiceEntry(NUMBER + "-1", NUMBER, "官网", List.of("example.com"), 2, "o1", NOW,
        ServiceState.ACTIVE, NOW, Samples.application("example.com").services().get(0), List.of(new AccessEntry(3, true, null)),
        NOW.plusSeconds(2));

    private Progress run(Actor actor, String id, Object... lines) {
        String text = Stream.of(lines).map(RegisterRecordsTest::line).collect(Collectors.joining("\n"));
        return imports.run(actor, new Content(id, "register", Format.JSON_LINES, false),
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String line(Object value) {
        try {
            return value instanceof String text ? text : ModelJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void whatWasExportedComesBackButBelongsToNobody() {
        assertEquals(1, run(ROOT, "a", new RegisterRecord("alice", organizer, List.of(service))).stored());
        OrganizerEntry found = register.organizer(NUMBER).orElseThrow();
        assertEquals(organizer.data(), found.data());
        assertEquals(organizer.changedAt(), found.changedAt());
        assertEquals(RegisterRecords.NO_ORDER, found.orderId());
        ServiceEntry there = register.byDomain("example.com").orElseThrow();
        assertEquals(service.data(), there.data());
        assertEquals(service.accesses(), there.accesses());
        assertEquals(service.changedAt(), there.changedAt());
        assertEquals(List.of(there), register.servicesByRecord(2));
    }

    @Test
    public void whatOurOrdersBroughtStaysTheirs() {
        register.save(organizer);
        register.save(service);
        run(ROOT, "a", new RegisterRecord(null, organizer.with(OrganizerState.SHELL, NOW), List.of(service)));
        assertEquals("o1 SHELL", register.organizer(NUMBER).map(one -> one.orderId() + " " + one.state()).orElseThrow());
        assertEquals("o1", register.service(NUMBER + "-1").map(ServiceEntry::orderId).orElseThrow());
    }

    @Test
    public void badLinesAreToldAndOthersStored() {
        OrganizerEntry nameless = new OrganizerEntry(NUMBER + "-1", "44", null, 1, null, null, null, null, null);
        Progress end = run(ROOT, "a", new RegisterRecord(null, nameless, List.of()),
            new RegisterRecord(null, organizer, List.of(new ServiceEntry("粤ICP备2026000002号-1", NUMBER, "x", List.of("WWW.x.com"), 2, "o",
                NOW))), "{\"organizer\":{\"number\":1,\"colour\":2}}", "{\"services\":[1]}",
            new RegisterRecord(null, organizer, List.of()));
        assertEquals(List.of(1L, 4L), List.of(end.stored(), end.bad()));
        List<String> reasons = imports.badLines("a", 0, 10).stream().map(BadLine::reasons).map(text -> text.en()).toList();
        assertEquals("organizer/number: no filing number of an organizer; organizer/provinceId: expected six digits;"
            + " organizer/name: missing; organizer/state: missing; organizer/grantedAt: missing", reasons.get(0));
        assertEquals("services/0/number: no filing number of a service of this organizer; services/0/domains/0: no domain in"
            + " lower-case A-form", reasons.get(1));
        assertEquals("organizer/number: of another form, or unknown", reasons.get(2));
        assertEquals("organizer: missing; services/0: of another form, or unknown", reasons.get(3));
    }

    @Test
    @Requirement("T-39")
    public void anExportOfAFormerVersionDoesNotSayWhenTheAuthorityChangedARecord() {
        String former = line(new RegisterRecord(null, organizer, List.of(service))).replaceAll(",\"changedAt\":[^,}]*", "");
        assertFalse(former, former.contains("changedAt"));
        assertEquals(1, run(ROOT, "a", former).stored());
        assertNull(register.organizer(NUMBER).orElseThrow().changedAt());
        assertNull(register.service(NUMBER + "-1").orElseThrow().changedAt());
    }

    @Test
    @Requirement("T-39")
    public void aChangeThatIsYetToComeIsRefused() {
        Instant tomorrow = Instant.parse("2026-11-23T02:00:00Z");
        OrganizerEntry ahead = new OrganizerEntry(NUMBER, "440000", "示例公司", 1, "o1", NOW, OrganizerState.ACTIVE, NOW, null,
            tomorrow.plusSeconds(1));
        ServiceEntry site = new ServiceEntry(NUMBER + "-1", NUMBER, "官网", List.of("example.com"), 2, "o1", NOW, ServiceState.ACTIVE, NOW,
            null, List.of(), tomorrow.plusSeconds(1));
        Progress end = run(ROOT, "a", new RegisterRecord(null, ahead, List.of(site)), new RegisterRecord(null,
            new OrganizerEntry(NUMBER, "440000", "示例公司", 1, "o1", NOW, OrganizerState.ACTIVE, NOW, null, tomorrow), List.of()));
        assertEquals(List.of(1L, 1L), List.of(end.stored(), end.bad()));
        assertEquals("organizer/changedAt: not more than a day ahead of now; services/0/changedAt: not more than a day ahead of now",
            imports.badLines("a", 0, 10).get(0).reasons().en());
    }

    /** Of an entry that was cancelled it is the date up to which records are older. */
    @Test
    @Requirement("T-39")
    public void aStateThatIsYetToComeIsRefused() {
        Instant tomorrow = Instant.parse("2026-11-23T02:00:00Z");
        ServiceEntry cancelled = service.with(ServiceState.CANCELLED, tomorrow);
        Progress end = run(ROOT, "a", new RegisterRecord(null, organizer.with(OrganizerState.CANCELLED, tomorrow.plusSeconds(1)),
            List.of(cancelled, service.with(ServiceState.CANCELLED, Instant.parse("2036-11-22T00:00:00Z")))),
            new RegisterRecord(null, organizer.with(OrganizerState.CANCELLED, tomorrow), List.of(cancelled)));
        assertEquals(List.of(1L, 1L), List.of(end.stored(), end.bad()));
        assertEquals("organizer/since: not more than a day ahead of now; services/1/since: not more than a day ahead of now",
            imports.badLines("a", 0, 10).get(0).reasons().en());
    }

    @Test
    public void anImportIsForAdministratorsAndRemovesNothing() {
        Actor ops = new Actor("ops", Set.of(Role.OPERATOR), "shell");
        assertEquals(Refusal.Kind.FORBIDDEN, assertThrows(Refusal.class, () -> run(ops, "a")).kind());
        assertThrows(Refusal.class, () -> imports.run(ROOT, new Content("a", "register", Format.JSON_LINES, true),
            new ByteArrayInputStream(line(new RegisterRecord(null, organizer, List.of())).getBytes(StandardCharsets.UTF_8))));
    }
}
