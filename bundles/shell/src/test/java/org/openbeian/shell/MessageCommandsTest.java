package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.MessageType;
import org.openbeian.api.channel.NotificationPreferences;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.testkit.Requirement;

/** Messages, templates, deliveries and endpoints in the shell. */
@Requirement("W-07")
public class MessageCommandsTest {

    private final List<String> calls = new ArrayList<>();

    @Test
    public void messagesAndTemplatesAreListedAndShown() throws Exception {
        MessageListCommand list = new MessageListCommand();
        list.templates = new Templates();
        assertTrue(Console.run(list, "olga").contains("psb-due"));
        assertEquals("psb-due", Console.json(list, "olga").get(0).get("id").asText());
        TemplateListCommand templates = new TemplateListCommand();
        templates.templates = new Templates();
        assertTrue(Console.run(templates, "olga").contains("line 3, column 1"));
        MessagePreviewCommand preview = new MessagePreviewCommand();
        preview.templates = new Templates();
        preview.message = "psb-due";
        preview.form = "sms";
        String text = Console.run(preview, "olga");
        assertTrue(text, text.contains("2 SMS") && text.contains("the text"));
        assertTrue(Console.refused(preview, "anna").contains("needs the role"));
    }

    @Test
    public void statisticsAreShown() throws Exception {
        DeliveryStatisticsCommand command = new DeliveryStatisticsCommand();
        command.deliveries = deliveries();
        command.transactions = transactions();
        command.clock = Clock.systemUTC();
        assertTrue(Console.run(command, "olga").contains("sms-smpp"));
        command.hours = 0;
        assertTrue(Console.refused(command, "olga").startsWith("--hours"));
    }

    @Test
    public void endpointsAreListedAndServedAgain() throws Exception {
        EndpointListCommand list = new EndpointListCommand();
        list.endpoints = new Hooks();
        list.account = "anna";
        assertTrue(Console.run(list, "olga").contains("HTTP 500"));
        EndpointRedeliverCommand again = new EndpointRedeliverCommand();
        again.endpoints = new Hooks();
        again.id = "e1";
        again.key = "k1";
        again.dryRun = true;
        Console.run(again, "olga");
        assertEquals(List.of(), calls);
        again.dryRun = false;
        Console.run(again, "olga");
        assertEquals(List.of("e1 k1 by olga"), calls);
    }

    static DeliveryStore deliveries() {
        return new Deliveries();
    }

    /** One try for each question. */
    private static final class Deliveries implements DeliveryStore {

        @Override
        public void add(List<Delivery> deliveries) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Delivery> list(String orderId) {
            return List.of(new Delivery("anna", orderId, "granted", "email", "z***@example.com", "k", 1,
                    DeliveryResult.retryLater("greylisted"), FakeOrders.NOW));
        }

        @Override
        public List<Delivery> ofAddress(String channel, String maskedAddress, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Delivery> ofAccount(String account, int limit) {
            return List.of(new Delivery(account, null, "arrears", "sms-smpp", "138******00", "k", 1,
                    new DeliveryResult(DeliveryResult.Status.DELIVERED, null, 3), FakeOrders.NOW));
        }

        @Override
        public void keepEarly(String channel, Receipt receipt, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Receipt> early(String channel, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void dropEarly(String channel, String reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Delivery> takeSent(String channel, String reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean awaitsReceipt(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Count> count(Instant since) {
            return List.of(new Count("sms-smpp", DeliveryResult.Status.DELIVERED, 3, 7));
        }
    }

    private static Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                return work.get();
            }

            @Override
            public void afterCommit(Runnable action) {
                action.run();
            }
        };
    }

    /** One message that nothing causes, and one refused file. */
    @Test
    public void preferencesAreShownAndWhatIsNamedIsChanged() throws Exception {
        Preferences[] kept = {new Preferences("en", Set.of("sms"), Set.of(), null, null)};
        NotificationPreferences book = (NotificationPreferences) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {NotificationPreferences.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setOfAccount")) {
                        kept[0] = (Preferences) arguments[1];
                    }
                    return method.getName().equals("ofAccount") ? kept[0] : null;
                });
        PreferenceSetCommand set = new PreferenceSetCommand();
        set.preferences = book;
        set.waysOff = "email, im,im";
        set.quiet = "21:00-8";
        assertEquals("--quiet: '8' is not a time such as 21:00.", Console.refused(set, "anna"));
        set.quiet = "late";
        assertTrue(Console.refused(set, "anna").contains("is not like 21:00-08:00"));
        set.quiet = "21:00-08:00";
        set.dryRun = true;
        assertTrue(Console.run(set, "anna").contains("email, im"));
        assertEquals(Set.of("sms"), kept[0].formsOff());
        set.dryRun = false;
        Console.run(set, "anna");
        assertEquals(new Preferences("en", Set.of("email", "im"), Set.of(), LocalTime.of(21, 0), LocalTime.of(8, 0)), kept[0]);
        PreferenceShowCommand show = new PreferenceShowCommand();
        show.preferences = book;
        assertTrue(Console.run(show, "anna").contains("21:00-08:00, Beijing time"));
        assertTrue(Console.json(show, "anna").toString(), Console.json(show, "anna").get("quietFrom").asText().startsWith("21:00"));
        PreferenceSetCommand back = new PreferenceSetCommand();
        back.preferences = book;
        back.language = "both";
        back.waysOff = "none";
        back.quiet = "none";
        Console.run(back, "anna");
        assertEquals(new Preferences(null, Set.of(), Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT), kept[0]);
    }

    private static final class Templates implements MessageTemplates {

        @Override
        public List<MessageType> messages() {
            return List.of(new MessageType("psb-due", "PERSONS", false, false, new TreeSet<>(Set.of("domain"))));
        }

        @Override
        public List<Template> templates() {
            return List.of(new Template(null, null, null, "2", "op/1.0.0", "line 3, column 1: there is no variable {x}"));
        }

        @Override
        public Preview preview(String message, String form, String language) {
            return new Preview(message, form, language, "1", "org.openbeian.core", "the subject", "the text", null, 2);
        }
    }

    /** One endpoint of anna's that fails. */
    private final class Hooks implements Endpoints {

        @Override
        public Registered add(Actor actor, Wish wish) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Registered change(Actor actor, String id, Wish wish) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(Actor actor, String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Endpoint> list(Actor actor, String account) {
            return List.of(new Endpoint("e1", account, "webhook", "mine", URI.create("https://hooks.example.com/***"), Set.of(), true,
                    FakeOrders.NOW, 3, FakeOrders.NOW, FakeOrders.NOW, "HTTP 500"));
        }

        @Override
        public String test(Actor actor, String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void redeliver(Actor actor, String id, String key) {
            calls.add(id + " " + key + " by " + actor.account());
        }

        @Override
        public Optional<Target> target(String id) {
            throw new UnsupportedOperationException();
        }
    }
}
