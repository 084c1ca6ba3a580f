package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.store.ChannelStore.Known;
import org.openbeian.api.store.DeliveryStore.Count;
import org.openbeian.api.store.DeliveryStore.Delivery;
import org.openbeian.api.store.DeliveryStore.Receipt;
import org.openbeian.api.store.EndpointStore.Kept;
import org.openbeian.api.store.ErasureStore.Belongings;
import org.openbeian.testkit.Requirement;

@Requirement("W-07")
public class MessageStoresTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04.123Z");

    @Test
    public void endpointsAreKeptWithTheirAddressAndSecretProtected() {
        JdbcEndpointStore store = new JdbcEndpointStore(database, new Samples.FakePersonalData());
        Kept first = kept("e1", true);
        store.insert(first);
        store.insert(new Kept(new Endpoint("e2", "bob", "webhook", "b", URI.create("https://b.example.com/"), Set.of(), true, NOW, 0, null,
            null, null), ""));
        assertEquals(List.of(first), store.ofAccount("alice"));
        assertEquals(Optional.of(first), database.call(() -> store.hold("e1")));
        byte[] document = database.first("select document from endpoint where id = 'e1'", row -> row.getBytes(1)).orElseThrow();
        assertFalse(new String(document, StandardCharsets.UTF_8).contains("s3cret"));
        assertTrue(store.update(kept("e1", false)));
        assertFalse(store.find("e1").orElseThrow().endpoint().enabled());
        store.remove("e1");
        assertFalse(store.update(first));
        assertEquals(Optional.empty(), store.find("e1"));
    }

    private static Kept kept(String id, boolean enabled) {
        return new Kept(new Endpoint(id, "alice", "webhook", "mine", URI.create("https://a.example.com/s3cret"), Set.of("order.*"), enabled,
            NOW, 2, NOW, NOW, "HTTP 500"), "s3cret-key");
    }

    @Test
    public void choicesAreKeptByAccountAndPersonAndGoWithTheAccount() {
        JdbcPreferenceStore store = new JdbcPreferenceStore(database);
        Preferences chosen = new Preferences("en", Set.of("sms"), Set.of("received"), LocalTime.of(21, 0), LocalTime.of(9, 0));
        store.put("alice", "", chosen);
        store.put("", "mark", chosen);
        assertEquals(Optional.of(chosen), store.find("alice", ""));
        assertEquals(Optional.empty(), store.find("alice", "mark"));
        assertEquals(Optional.of(chosen), store.find("", "mark"));
        store.put("", "mark", Preferences.NONE);
        assertEquals(Optional.empty(), store.find("", "mark"));
        Samples.KeyedPersonalData keyed = new Samples.KeyedPersonalData(new JdbcDataKeyStore(database));
        new JdbcEndpointStore(database, keyed).insert(kept("e1", true));
        new JdbcErasureStore(database, keyed).strip(ErasureKind.ACCOUNT, "alice", new Belongings(List.of(), List.of(), List.of()));
        assertEquals(Optional.empty(), store.find("alice", ""));
        assertEquals(0, new JdbcEndpointStore(database, keyed).ofAccount("alice").size());
    }

    @Test
    public void whatWasSentAwaitsItsReceiptOnce() {
        JdbcDeliveryStore store = new JdbcDeliveryStore(database);
        store.add(List.of(delivery("k1", DeliveryResult.sent("ref-1", 3)), delivery("k2", DeliveryResult.accepted("ref-2"))));
        assertTrue(store.awaitsReceipt("k1"));
        assertFalse(store.awaitsReceipt("k2"));
        assertEquals(Optional.empty(), store.takeSent("sms-tencent", "ref-1"));
        Delivery sent = store.takeSent("sms-smpp", "ref-1").orElseThrow();
        assertEquals(delivery("k1", DeliveryResult.sent("ref-1", 3)), sent);
        assertEquals(Optional.empty(), store.takeSent("sms-smpp", "ref-1"));
        assertFalse(store.awaitsReceipt("k1"));
        assertEquals(List.of("k2", "k1"),
            store.ofAccount("alice", 10).stream().map(Delivery::key).toList());
        assertEquals(List.of("k2"), store.ofAccount("alice", 1).stream().map(Delivery::key).toList());
        assertEquals(List.of(), store.ofAccount("bob", 1));
        assertEquals(List.of("k2", "k1"), store.ofAddress("sms-smpp", "138******00", 10).stream().map(Delivery::key).toList());
        assertEquals(List.of(new Count("sms-smpp", Status.ACCEPTED, 1, 1), new Count("sms-smpp", Status.SENT, 1, 3)), store.count(NOW));
        assertEquals(List.of(), store.count(NOW.plusSeconds(1)));
    }

    private static Delivery delivery(String key, DeliveryResult result) {
        return new Delivery("alice", null, "arrears", "sms-smpp", "138******00", key, 2, result, NOW);
    }

    @Test
    public void anEffectIsFoundByItsKeyPutOffAndDoneAgain() {
        JdbcEffectStore effects = new JdbcEffectStore(database);
        effects.add(List.of(Samples.effect("channel:email", "k1")));
        Effect effect = effects.withKey("k1").orElseThrow();
        assertEquals(Optional.empty(), effects.withKey("k2"));
        effects.postpone(effect.id(), NOW.plusSeconds(60));
        assertEquals(NOW.plusSeconds(60), effects.find(effect.id()).orElseThrow().notBefore());
        assertEquals(0, effects.find(effect.id()).orElseThrow().attempts());
        effects.done(List.of(effect.id()), NOW);
        effects.again(effect.id(), NOW);
        assertEquals("k1", effects.find(effect.id()).orElseThrow().key());
    }

    @Test
    public void channelsAreKnownWithTheTimeSinceWhenTheyAreAway() {
        JdbcChannelStore store = new JdbcChannelStore(database);
        Known sms = new Known("sms-smpp", NotificationChannel.AddressKind.MOBILE, "sms", null);
        Known hook = new Known("webhook", NotificationChannel.AddressKind.ENDPOINT, "webhook", NOW);
        store.put(hook);
        store.put(sms);
        assertEquals(List.of(sms, hook), store.all());
        Known gone = new Known("sms-smpp", NotificationChannel.AddressKind.MOBILE, "sms", NOW);
        store.put(gone);
        assertEquals(List.of(gone, hook), store.all());
    }

    @Test
    public void aReceiptThatComesBeforeItsMessageIsKeptForIt() {
        JdbcDeliveryStore store = new JdbcDeliveryStore(database);
        Receipt early = new Receipt(List.of("255", "ff"), DeliveryResult.refused("UNDELIV"));
        store.keepEarly("sms-smpp", early, NOW);
        store.keepEarly("sms-smpp", new Receipt(List.of("255"), DeliveryResult.delivered()), NOW);
        assertEquals("its message is not known yet", List.of(), store.early("sms-smpp", NOW));
        store.add(List.of(delivery("k1", DeliveryResult.sent("ff", 1)), delivery("k2", DeliveryResult.sent("255", 1))));
        assertEquals(List.of(), store.early("sms-tencent", NOW));
        assertEquals("the first that came, with its spellings", List.of(early), store.early("sms-smpp", NOW.plusSeconds(3600)));
        assertEquals("not for ever", List.of(), store.early("sms-smpp", NOW.plusSeconds(3601)));
        Receipt later = new Receipt(List.of("255"), DeliveryResult.delivered());
        store.keepEarly("sms-smpp", later, NOW.plusSeconds(3601));
        assertEquals("what is too old makes room", List.of(later), store.early("sms-smpp", NOW.plusSeconds(3601)));
        store.dropEarly("sms-smpp", "255");
        assertEquals(List.of(), store.early("sms-smpp", NOW.plusSeconds(3601)));
        assertEquals("its spellings are gone with it", List.of(0L), database.query("select count(*) from early_receipt_spelling",
            row -> row.getLong(1)));
    }

    /** Another system's receipts come over the same account. */
    @Test
    public void howeverManyReceiptsOfStrangersAreKeptThoseOfOwnMessagesAreFoundAlone() {
        JdbcDeliveryStore store = new JdbcDeliveryStore(database);
        database.call(() -> {
            for (int i = 0; i < 600; i++) {
                store.keepEarly("sms-smpp", new Receipt(List.of("stranger-" + i, "s" + i), DeliveryResult.delivered()), NOW);
            }
            return null;
        });
        store.keepEarly("sms-smpp", new Receipt(List.of("4096", "1000", "01000"), DeliveryResult.refused("UNDELIV")), NOW.plusSeconds(1));
        store.add(List.of(delivery("k1", DeliveryResult.sent("1000", 1)), delivery("k2", DeliveryResult.sent("7", 1))));
        assertEquals("the one whose message is known, with the spelling it is known by",
            List.of(new Receipt(List.of("4096", "1000"), DeliveryResult.refused("UNDELIV"))), store.early("sms-smpp", NOW.plusSeconds(2)));
    }

    @Test
    public void theOpenEffectsOfALaneAreReadInPagesAndThoseOfOneEndpointPutOff() {
        JdbcEffectStore effects = new JdbcEffectStore(database);
        for (int i = 0; i < 6; i++) {
            effects.add(List.of(new Effect(0, i < 5 ? "channel:webhook" : "channel:other", "message", null, "k" + i,
                Map.of("account", "a", "endpoint", i % 2 == 0 ? "e%1" : "e_1", "payload", "\"endpoint\":\"e_1\""), 0, NOW, NOW)));
        }
        List<Effect> first = effects.open("channel:webhook", 0, 2);
        assertEquals(List.of("k0", "k1"), first.stream().map(Effect::key).toList());
        effects.done(List.of(effects.withKey("k3").orElseThrow().id()), NOW);
        assertEquals(List.of("k2", "k4"),
            effects.open("channel:webhook", first.get(1).id(), 10).stream().map(Effect::key).toList());
        effects.postpone("channel:webhook", "endpoint", "e%1", NOW.plusSeconds(60));
        effects.postpone("channel:webhook", "endpoint", "e%1", NOW.plusSeconds(30));
        for (Effect effect : effects.open("channel:webhook", 0, 10)) {
            assertEquals(effect.key(), effect.key().equals("k1") ? NOW : NOW.plusSeconds(60), effect.notBefore());
        }
        assertEquals(NOW, effects.withKey("k5").orElseThrow().notBefore());
        effects.rouse("channel:webhook", "endpoint", "e_1", NOW.plusSeconds(1));
        effects.rouse("channel:webhook", "endpoint", "e%1", NOW.plusSeconds(20));
        for (Effect effect : effects.open("channel:webhook", 0, 10)) {
            assertEquals(effect.key(), effect.key().equals("k1") ? NOW : NOW.plusSeconds(20), effect.notBefore());
        }
    }

    @Test
    public void anEffectKnowsSinceWhenItFails() {
        JdbcEffectStore effects = new JdbcEffectStore(database);
        effects.add(List.of(Samples.effect("channel:email", "k1")));
        long id = effects.withKey("k1").orElseThrow().id();
        assertEquals(Optional.empty(), effects.failingSince(id));
        effects.retry(id, NOW, "no", NOW);
        effects.retry(id, NOW, "no", NOW.plusSeconds(60));
        assertEquals(Optional.of(NOW), effects.failingSince(id));
        effects.again(id, NOW);
        assertEquals(Optional.empty(), effects.failingSince(id));
    }
}
