package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.imports.Imports.BadLine;
import org.openbeian.api.imports.Imports.Content;
import org.openbeian.api.imports.Imports.Format;
import org.openbeian.api.imports.Imports.Progress;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.store.ImportStore.Mark;
import org.openbeian.api.store.ImportStore.Position;

/** Domains and imports in both databases. */
public class InventoryStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04.123456789Z");

    @Test
    public void domainsAreKeptProtected() {
        JdbcDomainStore store = new JdbcDomainStore(database, new Samples.FakePersonalData());
        DomainRegistration first = domain("example.com", "alice");
        store.save(first);
        store.save(domain("example.cn", null));
        assertEquals(Optional.of(first), store.domain("example.com"));
        assertEquals(List.of(first), store.domainsOf("alice"));
        assertEquals(Optional.of(domain("example.cn", null)), store.domain("example.cn"));
        store.save(domain("example.com", "bob"));
        assertEquals(List.of(), store.domainsOf("alice"));
        assertEquals(Optional.of("bob"), store.domain("example.com").map(DomainRegistration::account));
        assertEquals(Optional.empty(), store.domain("example.org"));
        assertTrue(database.query("select document from domain_registration", row -> row.getBytes(1)).stream()
            .noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("110101")));
    }

    @Test
    public void whereAnImportStandsIsKept() {
        JdbcImportStore store = new JdbcImportStore(database);
        Position start = new Position(new Progress(new Content("a", "domains", Format.CSV, true), "ops", 0, 0, 0, 0, NOW, NOW, null),
            "");
        store.save(start);
        assertEquals(Optional.of(start), store.position("a"));
        Position next = new Position(new Progress(start.progress().content(), "ops", 2, 1, 1, 0, NOW, NOW, NOW), "f".repeat(64));
        store.save(next);
        assertEquals(Optional.of(next), store.position("a"));
        assertEquals(List.of(next.progress()), store.imports(10));
        BadLine bad = new BadLine(2, new LocalizedText("不", "x".repeat(5_000)));
        database.call(() -> {
            store.add("a", List.of(bad, new BadLine(4, new LocalizedText("坏", "bad"))));
            store.mark("a", List.of(new Mark("example.com", 1, "h")));
            return null;
        });
        assertEquals(List.of(2L, 4L), store.badLines("a", 0, 10).stream().map(BadLine::line).toList());
        assertEquals(List.of(4L), store.badLines("a", 2, 10).stream().map(BadLine::line).toList());
        assertEquals(Map.of("example.com", new Mark("example.com", 1, "h")), store.marks("a", List.of("example.com", "b.com")));
        store.forgetMarks("a");
        assertEquals(Map.of(), store.marks("a", List.of("example.com")));
    }

    @Test
    public void whatAnImportDidNotMarkIsRemoved() {
        JdbcImportStore store = new JdbcImportStore(database);
        JdbcResourceStore resources = new JdbcResourceStore(database);
        JdbcDomainStore domains = new JdbcDomainStore(database, new Samples.FakePersonalData());
        store.save(new Position(new Progress(new Content("a", "resources", Format.CSV, true), "ops", 0, 0, 0, 0, NOW, NOW, null), ""));
        List.of(resource("cvm", "ins-1"), resource("cvm", "ins-2"), resource(AuthorizationCodes.KIND, "code")).forEach(resources::save);
        domains.save(domain("example.com", "alice"));
        database.call(() -> {
            store.mark("a", List.of(new Mark("cvm/ins-2", 1, "h")));
            return null;
        });
        assertEquals(1, resources.removeExcept("a"));
        assertFalse(resources.find("cvm", "ins-1").isPresent());
        assertTrue(resources.find("cvm", "ins-2").isPresent());
        assertTrue(resources.find(AuthorizationCodes.KIND, "code").isPresent());
        assertEquals(1, domains.removeExcept("a"));
        assertEquals(Optional.empty(), domains.domain("example.com"));
    }

    private static DomainRegistration domain(String name, String account) {
        return new DomainRegistration(account, new DomainState(name, "R", true, false, LocalDate.parse("2026-01-01"), null, null, true,
            null, "王小明", CertificateType.RESIDENT_ID, "110101199003070134", null, null), null, LocalDate.parse("2026-01-03"));
    }

    private static ResourceFacts resource(String kind, String id) {
        return new ResourceFacts(kind, id, "alice", "r", true, List.of(), true, 12, null, Map.of());
    }
}
