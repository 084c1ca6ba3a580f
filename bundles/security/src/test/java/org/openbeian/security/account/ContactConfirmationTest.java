package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.ContactCodes.Sent;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.InboxMessage;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore.Marks;
import org.openbeian.api.store.ContactCodeStore;
import org.openbeian.api.store.InboxStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.testkit.Requirement;

/** Codes: where they go, how long and how often they are good. */
public class ContactConfirmationTest {

    private static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");
    private static final Actor BOB = new Actor("bob", Set.of(Role.APPLICANT), "192.0.2.2");
    private static final String MAIL = "anna@example.com";
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryCodes codes = new MemoryCodes();
    private final RecordedAudit audit = new RecordedAudit();
    private final TestClock clock = new TestClock();
    private final Contacts contacts = new Contacts(StoredAccountsTest.INDEX);
    private final Box inbox = new Box();
    private final Wire wire = new Wire();
    private final CodeSender sender = new CodeSender(inbox, false);
    private final ContactConfirmation service = service(sender);

    private ContactConfirmation service(CodeSender over) {
        return new ContactConfirmation(codes, accounts, new RollingBack(), contacts, over, audit, StoredAccountsTest.settings(false),
                clock);
    }

    /** Transactions over the codes alone. */
    private final class RollingBack implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            List<ContactCodeStore.Code> before = List.copyOf(codes.codes);
            try {
                return work.get();
            } catch (RuntimeException e) {
                codes.codes.clear();
                codes.codes.addAll(before);
                throw e;
            }
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }

    @Before
    public void installMail() {
        sender.channels = List.of(new Channel("inbox", AddressKind.ACCOUNT), new Channel("email", AddressKind.EMAIL));
        sender.transport = wire;
        for (String name : List.of("anna", "bob")) {
            accounts.insert(new Account(name, 1, Set.of(Role.APPLICANT), null, true, null, null, Instant.EPOCH, null), Marks.NONE,
                    "hash");
        }
    }

    private static String code(ThrowingRunnable work) {
        return assertThrows(Refusal.class, work).code();
    }

    private static String codeIn(OutgoingMessage message) {
        Matcher found = CODE.matcher(message.text().zh());
        assertTrue(message.text().zh(), found.find());
        assertTrue("in both languages", message.text().en().contains(found.group()));
        return found.group();
    }

    private String sendToAnna() {
        service.send(ANNA, AddressKind.EMAIL, MAIL);
        return codeIn(wire.sent.get(wire.sent.size() - 1));
    }

    private static String other(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }

    @Test
    @Requirement("T-30")
    public void aCodeForAnOrderIsGoodForNothingElse() {
        service.send(ANNA, AddressKind.EMAIL, MAIL);
        String own = codeIn(wire.sent.get(0));
        service.send(ANNA, AddressKind.EMAIL, "bob@example.com", "order 1");
        String other = codeIn(wire.sent.get(1));
        assertEquals("code-expired", code(() -> service.check(ANNA, AddressKind.EMAIL, "order 2", other, to -> to)));
        assertEquals("bob@example.com", service.check(ANNA, AddressKind.EMAIL, "order 1", other, to -> to));
        assertEquals("once", "code-expired", code(() -> service.check(ANNA, AddressKind.EMAIL, "order 1", other, to -> to)));
        assertEquals(MAIL, service.confirm(ANNA, AddressKind.EMAIL, own).email());
    }

    @Test
    public void aRightCodeStaysGoodWhenWhatItWasForIsRefused() {
        service.send(ANNA, AddressKind.EMAIL, MAIL, "order 1");
        String right = codeIn(wire.sent.get(0));
        Refusal stale = new Refusal(Refusal.Kind.INVALID, "stale", "the order changed");
        assertEquals("stale", code(() -> service.check(ANNA, AddressKind.EMAIL, "order 1", right, to -> {
            throw stale;
        })));
        assertEquals("the try counts", 1, codes.codes.get(0).tries());
        assertEquals(MAIL, service.check(ANNA, AddressKind.EMAIL, "order 1", right, to -> to));
    }

    @Test
    @Requirement("T-02")
    public void anAddressIsBoundByTheCodeThatArrivedThere() {
        Sent sent = service.send(ANNA, AddressKind.EMAIL, MAIL);
        assertEquals("a***@example.com", sent.address());
        assertEquals(clock.now.plus(Duration.ofMinutes(10)), sent.expiresAt());
        assertEquals(clock.now.plusSeconds(60), sent.againAt());
        assertEquals(MAIL, wire.sent.get(0).address());
        assertEquals("not bound yet", Optional.empty(), accounts.byMark("EMAIL:" + MAIL));
        Account bound = service.confirm(ANNA, AddressKind.EMAIL, codeIn(wire.sent.get(0)));
        assertEquals(MAIL, bound.email());
        assertEquals(Optional.of("anna"), accounts.byMark("EMAIL:" + MAIL));
        assertEquals(List.of("anna contact.code anna {kind=EMAIL}", "anna contact.bind anna {kind=EMAIL}"), audit.entries);
    }

    @Test
    public void theStoreKnowsAKeyedHashOfTheCodeOnly() {
        Contacts keyed = new Contacts((kind, value) -> kind + "#" + Secrets.digest("key" + value));
        new ContactConfirmation(codes, accounts, accounts, keyed, sender, audit, StoredAccountsTest.settings(false), clock)
                .send(ANNA, AddressKind.EMAIL, MAIL);
        String code = codeIn(wire.sent.get(0));
        assertFalse(codes.codes.get(0).codeMark().contains(code));
        assertTrue(codes.codes.get(0).codeMark().startsWith("CODE#"));
        assertFalse(codes.codes.get(0).toString().contains(MAIL));
    }

    @Test
    public void aCodeIsGoodOnceAndForItsOwnKindAndAccount() {
        String code = sendToAnna();
        assertEquals("code-expired", code(() -> service.confirm(ANNA, AddressKind.MOBILE, code)));
        assertEquals("code-expired", code(() -> service.confirm(BOB, AddressKind.EMAIL, code)));
        service.confirm(ANNA, AddressKind.EMAIL, code);
        assertEquals("code-expired", code(() -> service.confirm(ANNA, AddressKind.EMAIL, code)));
    }

    @Test
    public void aFewWrongTriesEndACode() {
        String code = sendToAnna();
        for (int i = 0; i < 3; i++) {
            assertEquals("code-wrong", code(() -> service.confirm(ANNA, AddressKind.EMAIL, other(code))));
        }
        assertEquals("even the right one", "code-expired", code(() -> service.confirm(ANNA, AddressKind.EMAIL, code)));
        assertEquals(3, audit.entries.stream().filter(entry -> entry.contains("contact.wrong-code")).count());
    }

    @Test
    public void aCodeEndsAfterItsTimeAndWithTheNextOne() {
        String first = sendToAnna();
        clock.pass(Duration.ofMinutes(10));
        assertEquals("code-expired", code(() -> service.confirm(ANNA, AddressKind.EMAIL, first)));
        String second = sendToAnna();
        clock.pass(Duration.ofMinutes(1));
        String third = sendToAnna();
        if (!second.equals(third)) {
            assertEquals("code-wrong", code(() -> service.confirm(ANNA, AddressKind.EMAIL, second)));
        }
        assertEquals(MAIL, service.confirm(ANNA, AddressKind.EMAIL, third).email());
    }

    @Test
    public void codesAreLimitedByAccountAndByAddress() {
        sendToAnna();
        assertEquals("code-too-soon", code(this::sendToAnna));
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofMinutes(1));
            sendToAnna();
        }
        clock.pass(Duration.ofMinutes(1));
        assertEquals("codes-too-many", code(this::sendToAnna));
        assertEquals("another account, the same address", "codes-too-many", code(() -> service.send(BOB, AddressKind.EMAIL, MAIL)));
        assertEquals("the same account, another address", "codes-too-many",
                code(() -> service.send(ANNA, AddressKind.EMAIL, "other@example.com")));
        assertEquals("the same account, for an order", "codes-too-many",
                code(() -> service.send(ANNA, AddressKind.EMAIL, "other@example.com", "order 1 /organizer/principal")));
        service.send(BOB, AddressKind.EMAIL, "bob@example.com");
        clock.pass(Duration.ofHours(1));
        sendToAnna();
    }

    @Test
    public void anAddressOfAnotherAccountIsNotBoundAndMalformedOnesAreTold() {
        accounts.update(accounts.accounts.get("bob").with(Set.of(Role.APPLICANT), true, null, MAIL), contacts.marks(null, MAIL));
        assertEquals("account-taken", code(() -> service.confirm(ANNA, AddressKind.EMAIL, sendToAnna())));
        assertEquals("address-malformed", code(() -> service.send(ANNA, AddressKind.EMAIL, "anna")));
        assertEquals("address-malformed", code(() -> service.send(ANNA, AddressKind.EMAIL, null)));
        assertEquals("address-malformed", code(() -> service.send(ANNA, AddressKind.MOBILE, "12345")));
        assertEquals("address-malformed", code(() -> service.send(ANNA, AddressKind.ACCOUNT, "anna")));
    }

    @Test
    public void withoutAChannelTheReasonIsToldAndNothingIsKept() {
        assertEquals("channel-missing", code(() -> service.send(ANNA, AddressKind.MOBILE, "13812345678")));
        wire.away = true;
        assertEquals("channel-missing", code(() -> service.send(ANNA, AddressKind.EMAIL, MAIL)));
        sender.transport = null;
        assertEquals("channel-missing", code(() -> service.send(ANNA, AddressKind.EMAIL, MAIL)));
        assertEquals(List.of(), codes.codes);
        assertEquals(List.of(), inbox.messages);
    }

    @Test
    public void aChannelThatDoesNotTakeTheMessageCostsNothing() {
        wire.result = DeliveryResult.refused("no such user");
        assertEquals("code-not-sent", code(() -> service.send(ANNA, AddressKind.EMAIL, MAIL)));
        wire.result = null;
        assertEquals("code-not-sent", code(() -> service.send(ANNA, AddressKind.EMAIL, MAIL)));
        assertEquals(List.of(), codes.codes);
        wire.result = DeliveryResult.delivered();
        sendToAnna();
    }

    @Test
    public void aDemonstrationReadsItsCodesInTheInbox() {
        ContactConfirmation demo = service(new CodeSender(inbox, true));
        demo.send(ANNA, AddressKind.MOBILE, "13812345678");
        OutgoingMessage message = inbox.messages.get(0);
        assertEquals("anna", message.account());
        assertEquals("13812345678", demo.confirm(ANNA, AddressKind.MOBILE, codeIn(message)).phone());
    }

    @Test
    public void theHighestRankingChannelOfTheKindIsTaken() {
        sender.channels = List.of(new Channel("sms-low", AddressKind.MOBILE), new Channel("sms-high", AddressKind.MOBILE),
                new Channel("email", AddressKind.EMAIL));
        service.send(ANNA, AddressKind.MOBILE, "13812345678");
        assertEquals(List.of("sms-high"), wire.over);
    }

    private record Channel(String id, AddressKind addressKind) implements NotificationChannel {

        @Override
        public LocalizedText name() {
            return new LocalizedText(id, id);
        }
    }

    /** Takes messages, or answers as told; null breaks off. */
    private static final class Wire implements ChannelTransport {

        private final List<OutgoingMessage> sent = new ArrayList<>();
        private final List<String> over = new ArrayList<>();
        private DeliveryResult result = DeliveryResult.accepted("ref");
        private boolean away;

        @Override
        public Optional<NotificationChannel> channel(String id) {
            return away ? Optional.empty() : Optional.of(new Channel(id, AddressKind.EMAIL));
        }

        @Override
        public ChannelTransport.Sent send(String channelId, List<OutgoingMessage> messages) {
            sent.addAll(messages);
            over.add(channelId);
            return result == null ? new ChannelTransport.Sent(List.of(), "connection refused")
                    : new ChannelTransport.Sent(List.of(result), null);
        }
    }

    private static final class Box implements InboxStore {

        private final List<OutgoingMessage> messages = new ArrayList<>();

        @Override
        public void put(OutgoingMessage message) {
            messages.add(message);
        }

        @Override
        public List<InboxMessage> list(String account, long before, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean markRead(String account, long id) {
            throw new UnsupportedOperationException();
        }
    }
}
