package org.openbeian.core.message;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.EventPublisher;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.channel.Rendering;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Who is told over which way, and what he chose. */
@Requirement({"W-07", "A-108", "Q-14"})
public class TellingTest extends MessageFixture {

    @Test
    public void whatIsSwitchedOffIsNotSentUnlessItIsMandatory() {
        store(FootersTest.approved("x"));
        preferences.setOfAccount(ALICE, new Preferences("en", Set.of(), Set.of("received"), null, null));
        preferences.setOfPerson(ALICE, NotificationChannel.AddressKind.EMAIL, "wang@example.com",
            new Preferences("zh-CN", Set.of("email"), Set.of(), null, null));
        assertTrue(messages.render(effect("received", "inbox")) instanceof Rendering.Send);
        assertTrue(messages.render(effect("received", "email")) instanceof Rendering.Drop);
        assertTrue(messages.render(effect("call-appointed", "email")) instanceof Rendering.Drop);
        OutgoingMessage mandatory = sent(effect("authority-approved", "email"));
        assertEquals("wang@example.com", mandatory.address());
        assertEquals("zh-CN", mandatory.extras().language());
        assertEquals("en", sent(effect("authority-approved", "inbox")).extras().language());
    }

    @Test
    public void preferencesWithMistakesAreRefusedWithAllOfThem() {
        Refusal refusal = assertThrows(Refusal.class, () -> preferences.setOfAccount(ALICE, new Preferences("fr", Set.of("inbox"),
            Set.of("authority-approved"), LocalTime.NOON, null)));
        assertEquals(List.of("/language", "/formsOff", "/messagesOff", "/quietFrom"),
            refusal.findings().stream().map(Finding::pointer).toList());
        assertThrows(Refusal.class, () -> preferences.ofPerson(ALICE, NotificationChannel.AddressKind.EMAIL, "no address"));
    }

    @Test
    public void inQuietHoursSmsAndRobotsWaitUnlessItIsUrgent() {
        store(FootersTest.approved("x"));
        clock.set(Instant.parse("2026-11-02T15:30:00Z"));
        Rendering.Later later = (Rendering.Later) messages.render(effect("authority-approved", "sms"));
        assertEquals(Instant.parse("2026-11-03T00:00:00Z"), later.at());
        assertTrue(messages.render(effect("call-missed", "sms")) instanceof Rendering.Send);
        Endpoint robot = endpoints.add(ALICE, new Endpoints.Wish("robot", "r", URI.create("https://im.example.com/r"), null, null, null))
            .endpoint();
        Effect toRobot = new Effect(2, "channel:robot", "message", "0".repeat(26), "k", Map.of("message", "authority-approved",
            "endpoint", robot.id()), 0, Instant.EPOCH, clock.instant());
        assertEquals(later.at(), ((Rendering.Later) messages.render(toRobot)).at());
        assertTrue(messages.render(effect("authority-approved", "email")) instanceof Rendering.Send);
        preferences.setOfPerson(ALICE, NotificationChannel.AddressKind.MOBILE, "13800000000",
            new Preferences(null, Set.of(), Set.of(), LocalTime.NOON, LocalTime.NOON));
        assertTrue("none, for who wants none", messages.render(effect("authority-approved", "sms")) instanceof Rendering.Send);
    }

    @Test
    public void aLinkInAMailEndsWhatCanBeEndedAndNobodyElseMakesOne() {
        MessageSettings reachable = new MessageSettings((MessageConfig) Proxy.newProxyInstance(MessageConfig.class.getClassLoader(),
            new Class<?>[] {MessageConfig.class}, (proxy, method, arguments) -> method.getName().equals("public_address")
                ? "https://beian.example.com/" : method.getDefaultValue()));
        PreferenceBook book = new PreferenceBook(kept, transactions, new MemoryAudit(), reachable)
            .with((kind, value) -> HexFormat.of().toHexDigits(value.hashCode()).repeat(8));
        OrderMessages linked = new OrderMessages(transactions, orders, new FakeRules(), channels, new Fixed(), templates, book,
            endpoints, clock);
        store(FootersTest.approved("x"));
        OutgoingMessage optional = ((Rendering.Send) linked.render(effect("received", "email"))).message();
        String link = optional.extras().unsubscribe();
        assertTrue(link, link.startsWith("https://beian.example.com/api/v1/unsubscribe/"));
        assertNull(((Rendering.Send) linked.render(effect("authority-approved", "email"))).message().extras().unsubscribe());
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertFalse(book.unsubscribe("0".repeat(96)));
        assertFalse(book.unsubscribe(null));
        assertTrue(book.unsubscribe(token));
        assertTrue(linked.render(effect("received", "email")) instanceof Rendering.Drop);
        linked.with(new OneAccount());
        OutgoingMessage own = ((Rendering.Send) linked.render(effect("received", "email"))).message();
        assertEquals("another address", "alice@example.org", own.address());
        String account = own.extras().unsubscribe();
        assertTrue(book.unsubscribe(account.substring(account.lastIndexOf('/') + 1)));
        book.setOfPerson(ALICE, NotificationChannel.AddressKind.EMAIL, optional.address(), new Preferences("en", Set.of(), Set.of(), null,
            null));
        assertEquals("who ended some mails still has a language", "en", book.choice("alice", NotificationChannel.AddressKind.EMAIL,
            optional.address(), true).first().language());
        assertTrue("nor any more to the account's own address", linked.render(effect("received", "email")) instanceof Rendering.Drop);
        book.accounts = new OneAccount();
        Preferences seen = book.ofAccount(ALICE);
        assertEquals("it is seen", Set.of("email"), seen.formsOff());
        book.setOfAccount(ALICE, seen);
        assertTrue(linked.render(effect("received", "email")) instanceof Rendering.Drop);
        book.setOfAccount(ALICE, new Preferences("en", Set.of(), Set.of(), null, null));
        assertTrue("and undone", linked.render(effect("received", "email")) instanceof Rendering.Send);
        assertTrue("the inbox stays", linked.render(effect("received", "inbox")) instanceof Rendering.Send);
        assertTrue("what is mandatory too", linked.render(effect("blocked", "email")) instanceof Rendering.Send);
    }

    @Test
    public void aMessageToAnEndpointIsJsonAndWaitsWhileTheEndpointRests() {
        store(FootersTest.approved("x"));
        String id = endpoints.add(ALICE, wish("hook", "https://hooks.example.com/a?key=secret")).endpoint().id();
        Effect effect = transactions.call(() -> {
            telling.tell(new Notices.Notice("received", "alice", "0".repeat(26), "1", Map.of()));
            return lanes.head("channel:hook", clock.instant(), 10).get(0);
        });
        OutgoingMessage message = sent(effect);
        assertEquals(id, message.address());
        assertTrue(message.extras().payload(), message.extras().payload().contains("\"message\":\"received\""));
        assertEquals("https://hooks.example.com/***", endpoints.list(ALICE, "alice").get(0).address().toString());
        transactions.run(() -> endpoints.tried(id, DeliveryResult.retryLater("HTTP 500"), Duration.ZERO, clock.instant()));
        assertEquals(clock.instant().plusSeconds(30), ((Rendering.Later) messages.render(effect)).at());
        clock.pass(Duration.ofDays(6));
        transactions.run(() -> endpoints.tried(id, DeliveryResult.retryLater("HTTP 500"), Duration.ZERO, clock.instant()));
        assertTrue("disabled after long failure", messages.render(effect) instanceof Rendering.Drop);
        assertEquals("its account is told", 1, transactions.call(() -> lanes.head("channel:inbox", clock.instant(), 10)).stream()
            .filter(told -> told.data().get("message").equals("endpoint-disabled")).count());
        assertThrows(Refusal.class, () -> endpoints.redeliver(ALICE, id, effect.key()));
        endpoints.change(ALICE, id, new Endpoints.Wish(null, null, null, null, true, null));
        transactions.run(() -> lanes.done(List.of(effect.id()), clock.instant()));
        endpoints.redeliver(ALICE, id, effect.key());
        assertEquals("the same key", effect.key(), lanes.find(effect.id()).orElseThrow().key());
        assertThrows(Refusal.class, () -> endpoints.redeliver(BOB, id, effect.key()));
        endpoints.remove(ALICE, id);
        assertTrue(messages.render(effect) instanceof Rendering.Drop);
    }

    @Test
    public void anEndpointThatIsAwayForDaysIsTriedAFewTimesADay() {
        String id = endpoints.add(ALICE, wish("hook", "https://hooks.example.com/a")).endpoint().id();
        List<Long> rests = new ArrayList<>();
        while (tried(id).enabled()) {
            transactions.run(() -> endpoints.tried(id, DeliveryResult.retryLater("HTTP 500"), Duration.ZERO, clock.instant()));
            rests.add(Duration.between(clock.instant(), tried(id).restUntil()).toSeconds());
            clock.pass(Duration.ofSeconds(rests.get(rests.size() - 1)));
        }
        assertEquals(List.of(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3840L, 7680L, 15360L, 21600L, 21600L), rests.subList(0, 12));
        assertEquals("five days long", 30, rests.size());
    }

    @Test
    public void onlyWhatIsAboutTheEndpointDisablesIt() {
        String id = endpoints.add(ALICE, wish("hook", "https://hooks.example.com/a")).endpoint().id();
        transactions.run(() -> endpoints.tried(id, DeliveryResult.refused("the text is too long"), Duration.ZERO, clock.instant()));
        assertEquals("a message that it does not take", new Tried(true, 0, null), tried(id));
        transactions.run(() -> endpoints.tried(id, DeliveryResult.busy("too fast"), Duration.ZERO, clock.instant()));
        assertEquals("a limit", new Tried(true, 0, clock.instant().plusSeconds(60)), tried(id));
        clock.pass(Duration.ofDays(30));
        transactions.run(() -> endpoints.tried(id, DeliveryResult.busy("too fast"), Duration.ZERO, clock.instant()));
        assertTrue("however long it lasts", tried(id).enabled());
        transactions.run(() -> endpoints.tried(id, DeliveryResult.delivered(), Duration.ZERO, clock.instant()));
        assertEquals(new Tried(true, 0, null), tried(id));
        transactions.run(() -> endpoints.tried(id, DeliveryResult.gone("removed from its group"), Duration.ZERO, clock.instant()));
        assertFalse(tried(id).enabled());
    }

    /** What tries leave behind. */
    private record Tried(boolean enabled, int failures, Instant restUntil) {
    }

    private Tried tried(String id) {
        Endpoint endpoint = endpoints.list(ALICE, "alice").stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return new Tried(endpoint.enabled(), endpoint.failures(), endpoint.restUntil());
    }

    @Test
    public void anEventGoesToTheEndpointsThatWantItAlone() {
        endpoints.add(ALICE, wish("hook", "https://a.example.com/"));
        String narrow = endpoints.add(ALICE, new Endpoints.Wish("hook", "b", URI.create("https://b.example.com/"), Set.of("order.gr*"),
            null, null)).endpoint().id();
        endpoints.add(ALICE, wish("robot", "https://c.example.com/"));
        EventPublisher.Event event = new EventPublisher.Event("o-1", "order.granted", "alice", "o", "{\"a\":1}", clock.instant());
        assertEquals(2, transactions.call(() -> telling.publish(event)).intValue());
        assertEquals(1, transactions.call(() -> telling.publish(new EventPublisher.Event("o-2", "order.edited", "alice", "o", "{}",
            clock.instant()))).intValue());
        Effect second = transactions.call(() -> lanes.head("channel:hook", clock.instant(), 10)).get(1);
        OutgoingMessage message = sent(second);
        assertEquals(narrow, message.address());
        assertEquals("{\"a\":1}", message.extras().payload());
        assertThrows(IllegalArgumentException.class, () -> telling.publish(new EventPublisher.Event("o-3", "order.edited", "alice",
            "o", "x".repeat(EventPublisher.MOST + 1), clock.instant())));
    }

    @Test
    public void anEndpointWithMistakesIsRefusedWithAllOfThem() {
        Refusal refusal = assertThrows(Refusal.class, () -> endpoints.add(ALICE, new Endpoints.Wish("email", "a\nb",
            URI.create("https://u:p@example.com/"), Set.of("UPPER"), null, "short")));
        assertEquals(List.of("/name", "/address", "/topics", "/secret", "/channel"),
            refusal.findings().stream().map(Finding::pointer).toList());
    }

    @Test
    public void anAddressThatWouldNotBeCalledIsRefusedWhenItIsEntered() {
        endpoints.http = new Judge();
        Refusal refusal = assertThrows(Refusal.class, () -> endpoints.add(ALICE, wish("hook", "http://hooks.example.com/")));
        assertEquals("/address", refusal.findings().get(0).pointer());
        assertTrue(refusal.findings().get(0).text().en(), refusal.findings().get(0).text().en().endsWith("not called: plain http"));
        String id = endpoints.add(ALICE, wish("hook", "https://hooks.example.com/")).endpoint().id();
        assertThrows(Refusal.class, () -> endpoints.change(ALICE, id, wish(null, "http://hooks.example.com/")));
        assertEquals("https", endpoints.target(id).orElseThrow().address().getScheme());
    }

    /** Refuses plain http. */
    private static final class Judge implements OutgoingHttp {

        @Override
        public Optional<String> refusal(URI address) {
            return "http".equals(address.getScheme()) ? Optional.of("not called: plain http") : Optional.empty();
        }

        @Override
        public Answer call(Request request) {
            throw new AssertionError("nothing is called");
        }
    }

    @Test
    public void personsAreToldBySmsAndMailAndTheAccountByTheRest() {
        endpoints.add(ALICE, wish("robot", "https://c.example.com/"));
        Order order = FootersTest.approved("x");
        Map<String, Effect> ways = telling.messages(Notice.AUTHORITY_APPROVED, order, "alice", "7", Map.of(), List.of(),
            clock.instant()).stream().collect(Collectors.toMap(Effect::lane, effect -> effect));
        assertEquals(Set.of("channel:inbox", "channel:email", "channel:sms", "channel:robot"), ways.keySet());
        assertEquals("organizer", ways.get("channel:sms").data().get("person"));
        assertEquals("email:account", ways.get("channel:sms").data().get("then"));
        assertEquals(Set.of("channel:inbox", "channel:email", "channel:robot"), telling.messages(Notice.RECEIVED, order, "alice", "8",
            Map.of(), List.of(), clock.instant()).stream().map(Effect::lane).collect(Collectors.toSet()));
        assertThrows(IllegalArgumentException.class, () -> telling.tell(new Notices.Notice("received", "alice", null, "1",
            Map.of("nonsense", "1"))));
        assertThrows(IllegalArgumentException.class, () -> telling.tell(new Notices.Notice("nonsense", "alice", null, "1", Map.of())));
    }

    /** What is told is the same whether a channel is there, was unplugged, or did not come with a restart. */
    @Test
    public void whatIsToldWhileChannelsAreAwayIsKeptForThem() {
        endpoints.add(ALICE, wish("robot", "https://c.example.com/"));
        endpoints.add(ALICE, wish("hook", "https://h.example.com/"));
        Order order = FootersTest.approved("x");
        Set<String> all = Set.of("channel:inbox", "channel:email", "channel:sms", "channel:robot", "channel:hook");
        assertEquals(all, lanes(telling, order));
        unplug();
        assertEquals(all, lanes(telling, order));
        assertTrue(telling.hasWebhooks());
        assertEquals(1, transactions.call(() -> telling.publish(event("o-1"))).intValue());
        Telling restarted = new Telling(lanes, kept, orders, new Channels(known, transactions, settings, clock), new Fixed(), clock);
        clock.pass(Duration.ofHours(71));
        assertEquals(all, lanes(telling, order));
        assertEquals(all, lanes(restarted, order));
        assertEquals(1, transactions.call(() -> restarted.publish(event("o-2"))).intValue());
        assertEquals("organizer", telling.messages(Notice.AUTHORITY_APPROVED, order, "alice", "7", Map.of(), List.of(), clock.instant())
            .stream().filter(effect -> effect.lane().equals("channel:sms")).findFirst().orElseThrow().data().get("person"));
        clock.pass(Duration.ofHours(1));
        assertEquals("those of the configuration alone, for ever", Set.of("channel:inbox", "channel:email"), lanes(telling, order));
        assertFalse(telling.hasWebhooks());
        assertEquals(0, transactions.call(() -> telling.publish(event("o-3"))).intValue());
    }

    @Test
    public void aChannelThatAStopOfTheServerTookAwayIsAwaySinceTheNextStart() {
        channels.close();
        unplug();
        assertTrue(known.known.values().stream().allMatch(channel -> channel.goneAt() == null));
        clock.pass(Duration.ofDays(30));
        Channels later = new Channels(known, transactions, settings, clock);
        assertEquals(Set.of("email", "hook", "inbox", "robot", "sms"), later.told().keySet());
        assertEquals(clock.instant(), known.known.get("sms").goneAt());
        later.addChannel(references.get("hook"), new Hook());
        assertNull(known.known.get("hook").goneAt());
    }

    private static EventPublisher.Event event(String id) {
        return new EventPublisher.Event(id, "order.granted", "alice", "o", "{}", Instant.EPOCH);
    }

    private Set<String> lanes(Telling teller, Order order) {
        return teller.messages(Notice.AUTHORITY_APPROVED, order, "alice", "7", Map.of(), List.of(), clock.instant()).stream()
            .map(Effect::lane).collect(Collectors.toSet());
    }

    @Test
    public void thePersonsOfEveryServiceAreToldOnceEach() {
        WebSite site = Samples.site("example.com");
        Order order = FootersTest.approved("x").with(Samples.application(Samples.organizer("x"), site,
            of(site, "13900000001", "li@example.com"), of(site, "13900000001", "zhao@example.com"), of(site, "13900000002", null)));
        store(order);
        assertEquals(List.of("organizer", "service-1", "service-3"), persons(Notice.AUTHORITY_APPROVED, order, "sms", List.of()));
        assertEquals(List.of("organizer", "service-1", "service-2"), persons(Notice.AUTHORITY_APPROVED, order, "email", List.of()));
        assertEquals(List.of("service"), persons(Notice.CALL_MISSED, order, "sms", List.of()));
        List<String> codes = List.of("/services/0/principal", "/services/1/principal", "/services/3/principal");
        assertEquals(List.of("service", "service-1", "service-3"), persons(Notice.SMS_REMINDER, order, "sms", codes));
        List<Effect> told = telling.messages(Notice.SMS_REMINDER, order, "alice", "1", Map.of(), codes, clock.instant());
        assertEquals("keys differ", told.size(), told.stream().map(Effect::key).distinct().count());
        List<OutgoingMessage> sms = told.stream().filter(effect -> effect.lane().equals("channel:sms")).map(this::sent).toList();
        assertEquals(List.of("13800000000", "13900000001", "13900000002"), sms.stream().map(OutgoingMessage::address).toList());
        List<OutgoingMessage> mails = told.stream().filter(effect -> effect.lane().equals("channel:email")).map(this::sent).toList();
        assertTrue("each reads his own number", mails.get(1).text().zh().contains("（139******01）"));
        String account = sent(told.stream().filter(effect -> effect.lane().equals("channel:inbox")).findFirst().orElseThrow()).text().zh();
        assertTrue(account, account.contains("138******00, 139******01, 139******02"));
    }

    @Test
    public void aNumberIsOneHoweverItWasEnteredAndNonsenseIsLeftToItsChannel() {
        WebSite site = Samples.site("example.com");
        Order order = FootersTest.approved("x").with(Samples.application(Samples.organizer("x"),
            of(site, "+86 138-0000 0000", " wang@example.com "), of(site, "139 0000 0001", null), of(site, "nonsense", null)));
        store(order);
        List<Effect> told = telling.messages(Notice.AUTHORITY_APPROVED, order, "alice", "1", Map.of(), List.of(), clock.instant());
        assertEquals(List.of("13800000000", "13900000001", "NONSENSE"), told.stream().filter(effect -> effect.lane().equals("channel:sms"))
            .map(this::sent).map(OutgoingMessage::address).toList());
        assertEquals(List.of("wang@example.com"), told.stream().filter(effect -> effect.lane().equals("channel:email")).map(this::sent)
            .map(OutgoingMessage::address).toList());
        preferences.setOfPerson(ALICE, NotificationChannel.AddressKind.MOBILE, "139 0000 0001",
            new Preferences("en", Set.of(), Set.of(), null, null));
        for (String entered : List.of("+8613900000001", "8613900000001", "0086 139-0000-0001", "(+86) 13900000001", "+86（139）00000001")) {
            assertEquals(entered, "en", preferences.ofPerson(ALICE, NotificationChannel.AddressKind.MOBILE, entered).language());
        }
    }

    private List<String> persons(Notice notice, Order order, String channel, List<String> verified) {
        return telling.messages(notice, order, "alice", "1", Map.of(), verified, clock.instant()).stream()
            .filter(effect -> effect.lane().equals("channel:" + channel)).map(effect -> effect.data().get("person")).toList();
    }

    private static WebSite of(WebSite site, String mobile, String email) {
        Principal one = site.principal();
        return new WebSite(site.name(), site.domains(), null, null, null, null, null, new Principal(one.name(), one.certificateType(),
            one.certificateNumber(), null, null, null, null, mobile, null, email, null), null, null);
    }
}
