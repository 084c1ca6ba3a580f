package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.account.ApiKeys.Key;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.account.Delegations.Invitation;
import org.openbeian.api.account.ExternalLogIns.Identity;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.key.ErasureCertificate;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.registry.RegistryAnswers.KeptAnswer;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.store.CaseStore.Kept;
import org.openbeian.api.store.CredentialStore.StoredSession;
import org.openbeian.api.store.ErasureStore.Belongings;
import org.openbeian.api.store.RegistryStore;

public class ErasureStoreTest extends OnBothDatabases {

    private static final Instant NOW = Samples.NOW;
    private static final String NUMBER = "粤ICP备2026000001号";

    private static final Organizer ORGANIZER = Samples.application(OrganizerNature.INDIVIDUAL, "张小明", "example.com").organizer();

    private JdbcDataKeyStore keys;
    private Samples.KeyedPersonalData personalData;
    private JdbcOrderStore orders;
    private JdbcErasureStore erasures;

    @Before
    public void open() {
        keys = new JdbcDataKeyStore(database);
        personalData = new Samples.KeyedPersonalData(keys);
        orders = new JdbcOrderStore(database, personalData);
        erasures = new JdbcErasureStore(database, personalData);
    }

    @Test
    public void anOrderIsOpenUntilItsEnd() {
        store("o1", OrderState.DRAFT, null);
        store("o2", OrderState.WITHDRAWN, null);
        assertEquals(new Belongings(List.of("o1"), List.of("o1"), List.of("o1")), of(ErasureKind.ORDER, "o1"));
        assertEquals(new Belongings(List.of("o2"), List.of("o2"), List.of()), of(ErasureKind.ORDER, "o2"));
        assertEquals(new Belongings(List.of(), List.of(), List.of()), of(ErasureKind.ORDER, "o3"));
    }

    @Test
    public void anAccountOwnsItsOrders() {
        store("o1", OrderState.WITHDRAWN, null);
        store("o2", OrderState.PRE_REVIEW, null);
        assertEquals(List.of("o1", "o2"), of(ErasureKind.ACCOUNT, "alice").scopes());
        account("alice");
        assertEquals(List.of("account:alice", "o1", "o2"), of(ErasureKind.ACCOUNT, "alice").scopes());
        assertEquals(List.of("o2"), of(ErasureKind.ACCOUNT, "alice").open());
        assertEquals(List.of(), of(ErasureKind.ACCOUNT, "bob").scopes());
    }

    @Test
    public void anOrganizerOwnsTheOrdersThatLedToItsNumbers() {
        store("o1", OrderState.APPROVED, NUMBER + "-1");
        store("o2", OrderState.APPROVED, NUMBER + "-12");
        store("o3", OrderState.APPROVED, NUMBER.replace("1号", "10号") + "-1");
        store("o4", OrderState.APPROVED, null);
        new JdbcRegisterStore(database, personalData, Samples.INDEX).save(new OrganizerEntry(NUMBER, "440000", "张小明", 5, "o4", NOW));
        assertEquals(List.of("register:" + NUMBER, "o1", "o2", "o4"), of(ErasureKind.ORGANIZER, NUMBER).scopes());
        assertEquals("no pattern", List.of(), of(ErasureKind.ORGANIZER, "%").scopes());
    }

    @Test
    public void answersAboutTheDomainsOfCancelledServicesGoToo() {
        JdbcRegisterStore register = new JdbcRegisterStore(database, personalData, Samples.INDEX);
        register.save(new OrganizerEntry(NUMBER, "440000", "张小明", 5, "o4", NOW, OrganizerState.ACTIVE, NOW, ORGANIZER));
        register.save(new ServiceEntry(NUMBER + "-2", NUMBER, "旧站", List.of("www.example.org"), 8, "o4", NOW, ServiceState.CANCELLED, NOW,
            null, List.of()));
        JdbcRegistryStore answers = new JdbcRegistryStore(database, personalData);
        note(answers, "a1", By.DOMAIN, "example.org", "example.org");
        note(answers, "a2", By.DOMAIN, "example.net", "example.net");
        database.call(() -> erasures.strip(ErasureKind.ORGANIZER, NUMBER, of(ErasureKind.ORGANIZER, NUMBER)));
        assertEquals(List.of("a2"), answers.list(null, 10).stream().map(KeptAnswer::id).toList());
    }

    @Test
    public void anErasedOrganizerIsNotFoundByItsName() {
        JdbcRegisterStore register = new JdbcRegisterStore(database, personalData, Samples.INDEX);
        register.save(new OrganizerEntry(NUMBER, "440000", "张小明", 5, "o4", NOW, OrganizerState.ACTIVE, NOW, ORGANIZER));
        ServiceEntry service = new ServiceEntry(NUMBER + "-1", NUMBER, "张小明的小站", List.of("example.com"), 6, "o4", NOW,
            ServiceState.ACTIVE, NOW, null, List.of(new AccessEntry(7, false, null)));
        register.save(service);
        JdbcCorrectionStore cases = new JdbcCorrectionStore(database, personalData);
        cases.insert(new CorrectionCase("c1", 1, CorrectionKind.SITE_DEAD, "440000", NUMBER, null, "alice", List.of(), "张小明", NOW, NOW,
            CorrectionCase.Status.OPEN, null, null), "key");
        String certificate = ORGANIZER.certificateNumber();
        assertEquals(NUMBER, register.organizerOf(certificate).orElseThrow().number());
        KeptAnswer seen = new KeptAnswer("a1", new PublicQuestion(By.DOMAIN, "example.com"), Verdict.FOUND, NOW, List.of(
            new PublicEntry(null, NUMBER, null, null, List.of())), "sam", NOW, "words", null);
        JdbcRegistryStore answers = new JdbcRegistryStore(database, personalData);
        answers.insert(seen, "example.com");
        new JdbcBlobStore(database, personalData).put("p1", RegistryStore.owner(seen), new byte[] {1});
        note(answers, "a2", By.NUMBER, NUMBER, NUMBER);
        note(answers, "a3", By.NUMBER, NUMBER + "-1", NUMBER + "-1");
        note(answers, "a4", By.UNIT_NAME, "张小明", Samples.INDEX.mark(BlindIndex.Kind.NAME, "张小明"));
        note(answers, "a5", By.DOMAIN, "example.com", "example.com");
        note(answers, "a6", By.NUMBER, NUMBER.replace("号", "9号"), NUMBER.replace("号", "9号"));
        assertEquals(1, cases.openAbout(NUMBER).size());
        assertEquals(Map.of("marks", 1L, "cases", 1L, "registry answers", 5L, "pictures", 1L),
            database.call(() -> erasures.strip(ErasureKind.ORGANIZER, NUMBER,
            of(ErasureKind.ORGANIZER, NUMBER))));
        assertEquals("that of another stays", List.of("a6"), answers.list(null, 10).stream().map(KeptAnswer::id).toList());
        assertEquals(List.of(), register.find("张小明", null, null, null, null, 10));
        assertEquals(Optional.empty(), register.organizerOf(certificate));
        assertEquals(List.of(), cases.openAbout(NUMBER));
        keys.destroy("register:" + NUMBER);
        assertEquals("readers meet no error", "", register.organizer(NUMBER).orElseThrow().name());
        for (ServiceState held : List.of(ServiceState.BLOCKED, ServiceState.ACCESS_CANCELLED, ServiceState.RECTIFY_REQUIRED)) {
            database.update("update register_service set state = ?, gate_state = ?", held, GateChanges.state(service.with(held, NOW)));
            assertFalse("nor once nothing else holds it: " + held, register.byDomain("example.com").orElseThrow().accessedHere());
        }
        ServiceEntry left = register.byDomain("example.com").orElseThrow();
        assertEquals("", left.name());
        assertFalse("what was not open here does not open", left.accessedHere());
        assertEquals(List.of(NUMBER), register.find(null, null, null, null, null, 10));
    }

    /** An answer without any entry. */
    private static void note(JdbcRegistryStore answers, String id, By by, String value, String mark) {
        answers.insert(new KeptAnswer(id, new PublicQuestion(by, value), Verdict.NOT_FOUND, NOW, List.of(), "sam", NOW, "words", null),
            mark);
    }

    @Test
    public void whatIsLeftWithoutKeysIsRemoved() {
        store("o1", OrderState.WITHDRAWN, null);
        store("o9", OrderState.WITHDRAWN, null);
        new JdbcBlobStore(database, personalData).put("p1", "o1", new byte[] {1});
        orders.addVerdict("o1", 1, Samples.verdict(1));
        orders.mark("o1", Set.of("m1", "m2"));
        orders.mark("o9", Set.of("m1"));
        JdbcInboxStore inbox = new JdbcInboxStore(database, personalData);
        inbox.put(new OutgoingMessage("k1", "m", "o1", "alice", "a@example.com", Samples.text("s"), Samples.text("t"), NOW));
        inbox.put(new OutgoingMessage("k2", "m", "o9", "alice", "a@example.com", Samples.text("s"), Samples.text("t"), NOW));
        Map<String, Long> removed = database.call(() -> erasures.strip(ErasureKind.ORDER, "o1", of(ErasureKind.ORDER, "o1")));
        assertEquals(Map.of("pictures", 1L, "marks", 2L, "verdicts", 1L, "messages", 1L, "names", 1L), removed);
        assertEquals(1, inbox.list("alice", 0, 10).size());
        assertNull(orders.list(new OrderQuery("alice", null, null, false, "o2", 10)).get(0).organizerName());
        assertEquals(List.of("o9"), orders.marked("m1", 10).stream().map(OrderSummary::id).toList());
        assertEquals("its history stays", 1, orders.history("o1", 0).size());
    }

    @Test
    public void anErasedAccountCannotBeUsedAndStaysListed() {
        account("alice");
        keys.destroy("account:alice");
        new JdbcTemplateStore(database, new Samples.FakePersonalData()).insert(new IdentityTemplate("t1", 1, "alice", "home", null, null,
            null, IdentityTemplate.State.DRAFT, null, null, null, null, NOW, NOW));
        Belongings belongings = of(ErasureKind.ACCOUNT, "alice");
        assertEquals(Map.of("accounts", 1L, "templates", 1L), database.call(() ->
            erasures.strip(ErasureKind.ACCOUNT, "alice", belongings)));
        JdbcAccountStore accounts = new JdbcAccountStore(database, personalData);
        assertEquals(false, accounts.find("alice").orElseThrow().active());
        assertNull(accounts.find("alice").orElseThrow().phone());
        assertEquals(Optional.empty(), accounts.byMark("mark"));
    }

    @Test
    public void nothingThatStandsForAnErasedAccountIsLeft() {
        account("alice");
        for (String name : List.of("alice", "bob")) {
            new JdbcAddressStore(database).save(new Address(name.equals("bob") ? "8.8.8.8" : "8.8.4.4", name, "pek2", null,
                PublicAddresses.State.UNBOUND, name, NOW, null, null, null));
            new JdbcBlockingStore(database).save(new Blocking(name + ".com", name, Blockings.State.ISOLATED, "r", null, List.of(), false,
                "ops", NOW));
            store("order-of-" + name, OrderState.WITHDRAWN, null);
            database.update("insert into resource_obligation (account, since, document, order_id) values (?, ?, ?, ?)", name, NOW,
                new byte[] {1}, "order-of-" + name);
            JdbcCredentialStore credentials = new JdbcCredentialStore(database, personalData);
            credentials.addSession("digest-" + name, new StoredSession(name, NOW, NOW.plusSeconds(99)));
            credentials.addKey(new Key("key-" + name, name, "load", NOW, null, null), new byte[] {1});
            credentials.takeNonce("key-" + name, "nonce", NOW);
            credentials.addIdentity(new Identity("https://login", "person-" + name, name, NOW));
            JdbcDelegationStore delegations = new JdbcDelegationStore(database);
            delegations.invite("digest-" + name, new Invitation("i-" + name, name, Set.of("p"), List.of("o1"), NOW, NOW, null));
            delegations.add(new Delegation("d-" + name, name, "carl", Set.of("p"), List.of("o1"), name, NOW, NOW, null));
            database.update("insert into endpoint (id, account, channel, enabled, created_at, document)"
                + " values (?, ?, 'webhook', true, ?, ?)", "hook-" + name, name, NOW, new byte[] {1});
            database.update("insert into notification_preference (account, person, document) values (?, '', ?)", name, new byte[] {1});
            database.update("insert into awaited_receipt (channel, reference, message_key, account, message, attempt, parts, sent_at)"
                + " values ('sms', ?, 'k', ?, 'received', 1, 1, ?)", name, name, NOW);
            delegations.add(new Delegation("e-" + name, "carl", name, Set.of("p"), List.of("o1"), "carl", NOW, NOW, null));
        }
        Map<String, Long> removed = database.call(() -> erasures.strip(ErasureKind.ACCOUNT, "alice", of(ErasureKind.ACCOUNT, "alice")));
        assertEquals(Map.of("notices", 1L, "public addresses", 1L, "obligations", 2L), kept(removed, "notices", "public addresses",
            "obligations"));
        assertEquals("it stays isolated", List.of("alice.com", "bob.com"), database.query("select domain from domain_blocking where"
            + " gate_state = 'ISOLATED' order by domain", row -> row.getString(1)));
        assertFalse(new JdbcBlockingStore(database).find("alice.com").toString().contains("account=alice"));
        removed.keySet().removeAll(List.of("notices", "public addresses", "obligations", "names"));
        assertEquals(Map.of("accounts", 1L, "sessions", 1L, "keys", 1L, "nonces", 1L, "identities", 1L, "invitations", 1L,
            "delegations", 2L, "endpoints", 1L, "preferences", 1L, "receipts", 1L), removed);
        for (String table : List.of("account_session", "api_key", "api_nonce", "account_identity", "invitation", "endpoint",
            "notification_preference", "awaited_receipt", "public_address")) {
            assertEquals(table + " keeps bob's", List.of(1L), database.query("select count(*) from " + table, row -> row.getLong(1)));
        }
        assertEquals(List.of(2L), database.query("select count(*) from delegation", row -> row.getLong(1)));
    }

    @Test
    public void documentsAndCasesGoWithWhatTheyAreAbout() {
        account("alice");
        store("o1", OrderState.APPROVED, NUMBER + "-1");
        JdbcCaseStore documents = new JdbcCaseStore(database, personalData);
        JdbcCorrectionStore cases = new JdbcCorrectionStore(database, personalData);
        documents.insert(new Kept("site", "o1-1", 1, "o1", "alice", NUMBER + "-1", "OWING", new byte[] {1}));
        documents.insert(new Kept("enquiry", "e1", 1, null, "alice", null, "OPEN", new byte[] {1}));
        documents.insert(new Kept("enquiry", "e2", 1, null, "bob", null, "OPEN", new byte[] {1}));
        cases.insert(new CorrectionCase("c1", 1, CorrectionKind.UNFILED, null, null, null, "alice", List.of("example.com"), null, NOW, NOW,
            CorrectionCase.Status.OPEN, null, null), "key");
        cases.insert(new CorrectionCase("c2", 1, CorrectionKind.SITE_DEAD, null, NUMBER, null, "alice", List.of("example.com"), null, NOW,
            NOW, CorrectionCase.Status.OPEN, null, null), "other");
        Map<String, Long> removed = database.call(() -> erasures.strip(ErasureKind.ACCOUNT, "alice", of(ErasureKind.ACCOUNT, "alice")));
        assertEquals(Map.of("documents", 2L, "cases", 1L), kept(removed, "documents", "cases"));
        assertEquals("e2", documents.list("enquiry", null, null, null, null, 9).get(0).id());
        assertTrue("its subject is free", documents.insert(new Kept("site", "o2-1", 1, "o2", "carl", NUMBER + "-1", "OWING",
            new byte[] {1})));
        assertEquals("what is about the filing stays with it", Optional.empty(), cases.find("c1"));
        assertTrue(cases.find("c2").isPresent());
    }

    @Test
    public void certificatesAreKept() {
        ErasureCertificate certificate = new ErasureCertificate("c1", NOW, "olga", ErasureKind.ORDER, "o1", "asked for",
            Map.of("o1", "0011"), Map.of("pictures", 2L), "hash");
        erasures.add(certificate);
        assertEquals(Optional.of(certificate), erasures.find("c1"));
        assertEquals(List.of(certificate), erasures.list(10));
        assertEquals(Optional.empty(), erasures.find("c2"));
        assertThrows(RuntimeException.class, () -> erasures.add(certificate));
        assertTrue(database.first("select document from erasure", row -> new String(row.getBytes(1), StandardCharsets.UTF_8))
            .orElseThrow().contains("asked for"));
    }

    private static Map<String, Long> kept(Map<String, Long> all, String... names) {
        Map<String, Long> some = new HashMap<>(all);
        some.keySet().retainAll(List.of(names));
        return some;
    }

    private Belongings of(ErasureKind kind, String id) {
        return database.call(() -> erasures.belongings(kind, id));
    }

    private void account(String name) {
        database.update("insert into account (name, version, roles, is_active, document, phone_mark, password_hash, failures,"
            + " created_at) values (?, 1, '', true, ?, 'mark', 'hash', 0, ?)", name,
            personalData.protect("account:" + name, "{\"phone\":\"13800000000\"}".getBytes(StandardCharsets.UTF_8)), NOW);
    }

    private void store(String id, OrderState state, String number) {
        Order draft = Samples.in(Samples.draft(id), state);
        Order order = draft.with(Samples.application(OrganizerNature.INDIVIDUAL, "张小明", id + ".example"));
        if (number != null) {
            order = order.with(new Grant("n", List.of(number), NOW));
        }
        orders.insert(order, Samples.entry(order, 1, OrderEvent.CREATED));
    }
}
