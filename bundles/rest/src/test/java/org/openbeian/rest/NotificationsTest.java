package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.channel.ReceiptReader;
import org.openbeian.api.channel.Receipts;
import org.openbeian.rest.TestServer.Reply;
import org.openbeian.testkit.Requirement;

/** Messages, preferences and endpoints over HTTP. */
@Requirement({"W-07", "A-108"})
public class NotificationsTest {

    private TestServer server;
    private FakeNotifications fake;

    @Before
    public void start() throws Exception {
        server = new TestServer();
        fake = (FakeNotifications) server.services.need(Endpoints.class);
    }

    @After
    public void stop() {
        server.close();
    }

    @Test
    public void catalogueTemplatesAndPreviewsAreShown() {
        assertEquals("received", server.send("anna", "GET", "/messages").json().get(0).get("id").asText());
        assertEquals("sms", server.send("ops", "GET", "/messages/templates").json().get(0).get("form").asText());
        Reply preview = server.send("ops", "GET", "/messages/received/preview?form=sms&language=en");
        assertEquals("sms", preview.json().get("form").asText());
        assertEquals(404, server.send("ops", "GET", "/messages/nonsense/preview").status());
    }

    @Test
    public void aChoiceIsKeptAndShown() {
        Reply kept = server.json("anna", "PUT", "/me/preferences", "{\"language\":\"en\",\"formsOff\":[\"sms\"],\"quietFrom\":\"21:00\","
                + "\"quietTo\":\"09:00\"}");
        assertEquals(kept.text(), 200, kept.status());
        assertEquals(new Preferences("en", Set.of("sms"), Set.of(), LocalTime.of(21, 0), LocalTime.of(9, 0)), fake.chosen.get("anna"));
        assertEquals("21:00", server.send("anna", "GET", "/me/preferences").json().get("quietFrom").asText());
        Reply wrong = server.json("anna", "PUT", "/me/preferences", "{\"quietFrom\":\"late\"}");
        assertEquals(422, wrong.status());
        assertEquals("/quietFrom", wrong.json().get("findings").get(0).get("pointer").asText());
        assertEquals(200, server.json("anna", "PUT", "/me/preferences/persons",
                "{\"address\":\"wang@example.com\",\"choice\":{\"language\":\"en\"}}").status());
        assertEquals("en", server.json("anna", "POST", "/me/preferences/persons", "{\"address\":\"wang@example.com\"}").json()
                .get("language").asText());
    }

    @Test
    public void theLinkInAMailShowsAButtonAndOnlyTheButtonActs() {
        Reply page = server.send(null, "GET", "/unsubscribe/" + FakeNotifications.TOKEN);
        assertEquals(200, page.status());
        assertTrue(page.text(), page.text().contains("<form method=\"post\">"));
        assertEquals(List.of(), fake.calls);
        Reply done = server.send(null, "POST", "/unsubscribe/" + FakeNotifications.TOKEN,
                "List-Unsubscribe=One-Click".getBytes(java.nio.charset.StandardCharsets.UTF_8), "Content-Type",
                "application/x-www-form-urlencoded");
        assertEquals(done.text(), 200, done.status());
        assertEquals(List.of("unsubscribe"), fake.calls);
        assertEquals(404, server.send(null, "GET", "/unsubscribe/%3Cscript%3E").status());
    }

    @Test
    public void anEndpointIsRegisteredChangedTriedAndRemoved() {
        Reply added = server.json("anna", "POST", "/me/endpoints",
                "{\"channel\":\"webhook\",\"name\":\"mine\",\"address\":\"https://hooks.example.com/a\",\"topics\":[\"order.*\"]}");
        assertEquals(added.text(), 201, added.status());
        assertEquals("the-secret", added.json().get("secret").asText());
        assertEquals("https://hooks.example.com/a", fake.wish.address().toString());
        assertFalse(server.send("anna", "GET", "/me/endpoints").text().contains("secret"));
        assertEquals(200, server.json("anna", "PUT", "/me/endpoints/e1", "{\"enabled\":false}").status());
        assertEquals(Boolean.FALSE, fake.wish.enabled());
        assertEquals(422, server.json("anna", "PUT", "/me/endpoints/e1", "{\"address\":\"not an address\"}").status());
        assertEquals("test-key", server.send("anna", "POST", "/me/endpoints/e1/test").json().get("key").asText());
        assertEquals(2, server.send("anna", "GET", "/me/endpoints/e1/deliveries").json().get(0).get("attempt").asInt());
        assertEquals(404, server.send("anna", "GET", "/me/endpoints/e2/deliveries").status());
        assertEquals(202, server.json("anna", "POST", "/me/endpoints/e1/redelivery", "{\"key\":\"k\"}").status());
        assertEquals(204, server.send("anna", "DELETE", "/me/endpoints/e1").status());
        assertEquals(List.of("again k", "remove"), fake.calls);
    }

    @Test
    public void staffSeesHowChannelsDid() {
        assertEquals(7, server.send("ops", "GET", "/deliveries/statistics?hours=48").json().get(0).get("parts").asInt());
        assertEquals(400, server.send("ops", "GET", "/deliveries/statistics?hours=0").status());
    }

    @Test
    public void receiptsAreTakenFromWhoKnowsTheAddressAlone() {
        Receipts taker = (channel, spellings, result) -> fake.calls.add(channel + " " + spellings.get(0) + " " + result.status());
        server.services.put(Receipts.class, taker);
        server.services.put(ReceiptReader.class, new ReceiptReader() {
            @Override
            public String channel() {
                return "sms-x";
            }

            @Override
            public Optional<String> read(String token, byte[] body, Receipts receipts) {
                if (body.length == 0) {
                    throw new IllegalArgumentException("empty");
                }
                return token.equals("right") && receipts.received("sms-x", "r1", DeliveryResult.delivered()) ? Optional.of("{\"code\":0}")
                    : Optional.empty();
            }
        });
        byte[] body = {'[', ']'};
        assertEquals("{\"code\":0}", server.send(null, "POST", "/receipts/sms-x/right", body, "Content-Type", "text/plain").text());
        assertEquals(404, server.send(null, "POST", "/receipts/sms-x/wrong", body, "Content-Type", "application/json").status());
        assertEquals(404, server.send(null, "POST", "/receipts/sms-y/right", body, "Content-Type", "application/json").status());
        assertEquals(422, server.send(null, "POST", "/receipts/sms-x/right", new byte[0], "Content-Type", "application/json").status());
        assertEquals(List.of("sms-x r1 DELIVERED"), fake.calls);
    }
}
