package org.openbeian.rest;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.MessageType;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.NotificationPreferences;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;

/** One message, one endpoint of anna's, and whatever was chosen. */
final class FakeNotifications implements MessageTemplates, NotificationPreferences, Endpoints {

    static final String TOKEN = "ab".repeat(48);

    final Map<String, Preferences> chosen = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    Endpoints.Wish wish;

    @Override
    public List<MessageType> messages() {
        return List.of(new MessageType("received", "ACCOUNT", false, false, new TreeSet<>(Set.of("order"))));
    }

    @Override
    public List<Template> templates() {
        return List.of(new Template("received", "sms", "en", "1", "org.openbeian.core", null));
    }

    @Override
    public Preview preview(String message, String form, String language) {
        if (!message.equals("received")) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "message-not-found", "there is no such message");
        }
        return new Preview(message, form, language, "1", "org.openbeian.core", "subject", "text", null, 0);
    }

    @Override
    public Preferences ofAccount(Actor actor) {
        return chosen.getOrDefault(actor.account(), Preferences.NONE);
    }

    @Override
    public void setOfAccount(Actor actor, Preferences preferences) {
        chosen.put(actor.account(), preferences);
    }

    @Override
    public Preferences ofPerson(Actor actor, AddressKind kind, String address) {
        return chosen.getOrDefault(actor.account() + kind + address, Preferences.NONE);
    }

    @Override
    public void setOfPerson(Actor actor, AddressKind kind, String address, Preferences preferences) {
        chosen.put(actor.account() + kind + address, preferences);
    }

    @Override
    public boolean unsubscribe(String token) {
        return token.equals(TOKEN) && calls.add("unsubscribe");
    }

    @Override
    public Registered add(Actor actor, Wish wanted) {
        if (wanted.address() == null) {
            throw new Refusal(Refusal.Kind.INVALID, "endpoint-wrong", "this endpoint cannot be kept");
        }
        wish = wanted;
        return new Registered(endpoint(), "the-secret");
    }

    @Override
    public Registered change(Actor actor, String id, Wish wanted) {
        own(actor, id);
        wish = wanted;
        return new Registered(endpoint(), null);
    }

    @Override
    public void remove(Actor actor, String id) {
        own(actor, id);
        calls.add("remove");
    }

    @Override
    public List<Endpoint> list(Actor actor, String account) {
        return actor.account().equals("anna") ? List.of(endpoint()) : List.of();
    }

    @Override
    public String test(Actor actor, String id) {
        own(actor, id);
        return "test-key";
    }

    @Override
    public void redeliver(Actor actor, String id, String key) {
        own(actor, id);
        calls.add("again " + key);
    }

    @Override
    public Optional<Target> target(String id) {
        throw new UnsupportedOperationException();
    }

    private static void own(Actor actor, String id) {
        if (!actor.account().equals("anna") || !id.equals("e1")) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "endpoint-not-found", "the account has no such endpoint");
        }
    }

    private static Endpoint endpoint() {
        return new Endpoint("e1", "anna", "webhook", "mine", URI.create("https://hooks.example.com/***"), Set.of("order.*"), true,
                FakeOrders.NOW, 0, null, null, null);
    }
}
