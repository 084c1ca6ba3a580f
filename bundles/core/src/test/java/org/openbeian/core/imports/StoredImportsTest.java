package org.openbeian.core.imports;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openbeian.api.imports.Imports.BadLine;
import org.openbeian.api.imports.Imports.Content;
import org.openbeian.api.imports.Imports.Format;
import org.openbeian.api.imports.Imports.Progress;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryDomains;
import org.openbeian.core.fake.MemoryImports;
import org.openbeian.core.fake.MemoryResources;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.resource.DomainRecords;
import org.openbeian.core.resource.ResourceRecords;
import org.openbeian.testkit.Requirement;

/** Imports of resources and domains: what is stored, what is told of bad lines, and how one goes on. */
public class StoredImportsTest {

    private static final Actor OPS = new Actor("ops", Set.of(Role.OPERATOR), "x");
    private static final String HEAD = "kind,id,account,region,mainland,prepaid,monthsBought,expiresAt,ips,attributes.package,restsOn\n";

    private final MemoryResources resources = new MemoryResources();
    private final MemoryDomains store = new MemoryDomains();
    private final MemoryAudit audit = new MemoryAudit();
    private final StoredImports imports = new StoredImports(new MemoryTransactions(), new MemoryImports(), audit,
        new FixedClock("2026-11-02T02:00:00Z")).with(new ResourceRecords(resources), new DomainRecords(store));

    @Test
    public void csvIsRead() {
        Progress end = csv("a", "\uFEFF" + HEAD + "cvm,ins-1,alice,ap-guangzhou,true,true,12,2027-03-31,8.8.8.8;2400:3200::1,,\r\n"
            + "clb,lb-1,\"al,ice\",ap-guangzhou,true,false,0,,8.8.4.4,big,cvm/ins-1; cvm/ins-2\n");
        assertEquals(List.of(2L, 2L, 0L), List.of(end.lines(), end.stored(), end.bad()));
        assertEquals(Instant.parse("2026-11-02T02:00:00Z"), end.finishedAt());
        assertEquals(new ResourceFacts("cvm", "ins-1", "alice", "ap-guangzhou", true, List.of("8.8.8.8", "2400:3200::1"), true, 12,
            Instant.parse("2027-03-31T15:59:59Z"), Map.of()), resources.find("cvm", "ins-1").orElseThrow());
        assertEquals(new ResourceFacts("clb", "lb-1", "al,ice", "ap-guangzhou", true, List.of("8.8.4.4"), false, 0, null,
            Map.of("package", "big"), List.of(new ResourceRef("cvm", "ins-1"), new ResourceRef("cvm", "ins-2"))),
            resources.find("clb", "lb-1").orElseThrow());
        assertEquals(2, audit.lines.size());
    }

    @Test
    public void everyBadLineIsToldWithAllThatIsWrong() {
        Progress end = lines("a", "resources", false, line("ins-1"), "", "{", "[]", line("ins-2").replace("true", "\"maybe\""),
            "{\"kind\":\"c v m\",\"id\":\"x\",\"account\":\"a\",\"region\":\"r\",\"mainland\":true,\"prepaid\":true,\"monthsBought\":-1,"
            + "\"ips\":[\"10.0.0.1\",\"1.2\"],\"color\":1,\"expiresAt\":\"soon\"}", line("code").replace("cvm", "auth-code"),
            "王".repeat(100_001), "\uFFFD", "null", line("ins-3"));
        assertEquals(List.of(10L, 2L, 8L), List.of(end.lines(), end.stored(), end.bad()));
        List<BadLine> bad = imports.badLines("a", 0, 100);
        assertEquals(List.of(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), bad.stream().map(BadLine::line).toList());
        assertEquals("mainland: expected true or false; prepaid: expected true or false", bad.get(2).reasons().en());
        assertEquals("kind: expected 1 to 100 letters, digits or . _ : -; monthsBought: expected a whole number from 0 to 1200;"
            + " expiresAt: expected a date or time, such as 2027-03-31 or 2027-03-31T00:00:00Z; ips/0: not a public address;"
            + " ips/1: wrong form; #9: unknown field", bad.get(3).reasons().en());
        assertEquals("longer than 100000 characters", bad.get(5).reasons().en());
        assertTrue(bad.get(0).reasons().en(), bad.get(0).reasons().en().startsWith("no valid JSON, near column "));
        assertEquals(List.of(8L, 9L, 10L), imports.badLines("a", 7, 100).stream().map(BadLine::line).toList());
        assertTrue(resources.find("cvm", "ins-3").isPresent());
    }

    @Test
    public void linesOfEachLengthAreReadWhole() {
        String text = IntStream.of(0, 1, 200, 32_600, 32_700, 32_768, 40_000, 65_536, 99_000, 99_700, 300_000, 5).mapToObj(
            length -> line("ins-" + length).replace("\"r\"", "\"r" + "\u3000".repeat(length) + '"')).collect(Collectors.joining("\n"));
        Progress end = imports.run(OPS, content("a", "resources", false), in(text));
        assertEquals(List.of(12L, 11L, 1L), List.of(end.lines(), end.stored(), end.bad()));
        assertEquals(11, imports.badLines("a", 0, 9).get(0).line());
        assertTrue(resources.find("cvm", "ins-99700").isPresent());
        assertTrue(resources.find("cvm", "ins-5").isPresent());
    }

    @Test
    public void whatIsWrittenOtherwiseButSaysTheSameIsNoContradiction() {
        String spaced = line("ins-1").replace(":", " : ").replace("\"r\"", "\"\\u0072\"");
        Progress end = imports.run(OPS, content("a", "resources", false), in("\uFEFF" + line("ins-1") + "\r\n" + spaced + "\n"));
        assertEquals(List.of(2L, 2L, 0L), List.of(end.lines(), end.stored(), end.bad()));
    }

    @Test
    public void whatBrokeOffGoesOnWhereItStopped() {
        String all = IntStream.range(0, 2_468).mapToObj(i -> line("ins-" + i)).collect(Collectors.joining("\n"));
        InputStream broken = new SequenceInputStream(in(all.substring(0, all.length() / 2)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        Refusal refusal = assertThrows(Refusal.class, () -> imports.run(OPS, content("a", "resources", false), broken));
        assertEquals("import-broke-off", refusal.code());
        assertEquals(List.of(1_000L, 1_000L), List.of(imports.find("a").orElseThrow().lines(), imports.find("a").orElseThrow().stored()));
        assertNull(imports.find("a").orElseThrow().finishedAt());
        refused("import-differs", () -> imports.run(OPS, content("a", "resources", false), in(all.replace("ins-7\"", "ins-x\""))));
        refused("import-differs", () -> imports.run(OPS, content("a", "resources", false), in(line("ins-0"))));
        refused("import-differs", () -> imports.run(OPS, content("a", "resources", true), in(all)));
        Progress end = imports.run(OPS, content("a", "resources", false), in(all));
        assertEquals(List.of(2_468L, 2_468L, 0L), List.of(end.lines(), end.stored(), end.bad()));
        assertTrue(resources.find("cvm", "ins-2467").isPresent());
        assertEquals(end, imports.run(OPS, content("a", "resources", false), in(all)));
        refused("import-differs", () -> imports.run(OPS, content("a", "resources", false), in(all + "\n" + line("more"))));
    }

    @Test
    public void aLineMaySayTheSameTwiceButNothingElse() {
        Progress end = lines("a", "resources", false, line("ins-1"), line("ins-1"), line("ins-1").replace("12", "1"));
        assertEquals(List.of(3L, 2L, 1L), List.of(end.lines(), end.stored(), end.bad()));
        assertEquals("contradicts line 1 on cvm/ins-1, which counts", imports.badLines("a", 0, 9).get(0).reasons().en());
        assertEquals(12, resources.find("cvm", "ins-1").orElseThrow().monthsBought());
        lines("b", "resources", false, line("ins-1").replace("12", "1"));
        assertEquals("another import counts", 1, resources.find("cvm", "ins-1").orElseThrow().monthsBought());
    }

    @Test
    @Requirement({"T-04", "T-18"})
    public void domainsAreRead() {
        Progress end = lines("a", "domains", false, "{\"domain\":\"Example.COM\",\"account\":\"alice\",\"registrar\":\"R\","
            + "\"registrarApproved\":true,\"overseasRegistrar\":false,\"registeredOn\":\"2026-01-01\",\"expiresOn\":\"2027-01-01\","
            + "\"realNameVerified\":true,\"holderName\":\"王小明\",\"holderCertificateType\":\"RESIDENT_ID\","
            + "\"holderCertificateNumber\":\"110101199003070134\",\"boughtOn\":\"2026-01-01\"}",
            "{\"domain\":\"www.example.com\"}", "{\"domain\":\"com.cn\"}", "{\"domain\":\"例子.中国\",\"expiresOn\":\"2026-01-01\","
            + "\"registeredOn\":\"2027-01-01\",\"holderCertificateType\":\"PASSWORD\"}", "{\"domain\":\"政府.政务.cn\"}");
        assertEquals(List.of(2L, 3L), List.of(end.stored(), end.bad()));
        assertEquals("domain: expected the registrable domain example.com", imports.badLines("a", 0, 9).get(0).reasons().en());
        assertEquals("holderCertificateType: unknown value; expiresOn: before registeredOn", imports.badLines("a", 0, 9).get(2).reasons()
            .en());
        DomainRegistration found = store.domain("example.com").orElseThrow();
        assertEquals(CertificateType.RESIDENT_ID, found.state().holderCertificateType());
        assertEquals(LocalDate.parse("2026-01-04"), found.dataExpectedOn());
        assertEquals(List.of("王**", "11**************34"), List.of(found.masked().state().holderName(),
            found.masked().state().holderCertificateNumber()));
    }

    @Test
    public void whatVanishedFromAWholeInventoryIsRemoved() {
        lines("a", "domains", false, "{\"domain\":\"a.com\"}", "{\"domain\":\"b.com\"}");
        store.marked.addAll(List.of("b.com", "c.com"));
        Progress end = lines("b", "domains", true, "{\"domain\":\"b.com\"}", "{\"domain\":\"c.com\"}");
        assertEquals(1, end.removed());
        assertEquals(Set.of("b.com", "c.com"), store.domains.keySet());
        assertEquals("a bad line", 0, lines("bad", "domains", true, "{\"domain\":\"b.com\"}", "{").removed());
        store.marked.clear();
        assertEquals("no line", 0, lines("none", "domains", true).removed());
        assertEquals(Set.of("b.com", "c.com"), store.domains.keySet());
        refused("import-kind", () -> lines("c", "cats", false, "{}"));
    }

    @Test
    public void aBadHeadLineOrColumnIsTold() {
        assertEquals(1, csv("a", "kind,kind\nx,y\n").bad());
        Progress end = csv("b", HEAD + "cvm,ins-1\n");
        assertEquals(List.of(0L, 1L), List.of(end.stored(), end.bad()));
        assertEquals("2 columns, while the head line has 11", imports.badLines("b", 0, 9).get(0).reasons().en());
        assertEquals(0, csv("c", "").lines());
        assertEquals("one name as a field and as an object", 1, csv("d", "account,account.name\na,b\n").bad());
        csv("e", "13800138000,110101199003070134\nx,y\n");
        String told = imports.badLines("e", 0, 9).toString();
        assertFalse("without a head line its names are values: " + told, told.contains("13800138000") || told.contains("1101011990"));
        refused("import-id", () -> csv("../c", ""));
    }

    private Progress csv(String id, String text) {
        return imports.run(OPS, new Content(id, "resources", Format.CSV, false), in(text));
    }

    private Progress lines(String id, String kind, boolean whole, String... lines) {
        return imports.run(OPS, content(id, kind, whole), in(String.join("\n", lines)));
    }

    private static Content content(String id, String kind, boolean whole) {
        return new Content(id, kind, Format.JSON_LINES, whole);
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String id) {
        return "{\"kind\":\"cvm\",\"id\":\"" + id + "\",\"account\":\"alice\",\"region\":\"r\",\"mainland\":true,\"prepaid\":true,"
            + "\"monthsBought\":12,\"ips\":[\"8.8.8.8\"]}";
    }

    private static void refused(String code, Runnable action) {
        assertEquals(code, assertThrows(Refusal.class, action::run).code());
    }
}
