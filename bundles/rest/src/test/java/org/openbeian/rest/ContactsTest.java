package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.ContactCodes;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.rest.TestServer.Reply;

/** Binding of phone and e-mail over HTTP. */
public class ContactsTest {

    private final List<String> calls = new ArrayList<>();
    private TestServer server;

    @Before
    public void start() throws Exception {
        server = new TestServer();
        server.services.put(ContactCodes.class, new ContactCodes() {
            @Override
            public Sent send(Actor actor, AddressKind kind, String address) {
                calls.add(actor.account() + " " + kind + " " + address);
                return new Sent(kind, kind.mask(address), Instant.EPOCH, Instant.EPOCH, 5);
            }

            @Override
            public Account confirm(Actor actor, AddressKind kind, String code) {
                if (!code.equals("123456")) {
                    throw new Refusal(Refusal.Kind.INVALID, "code-wrong", "the code is wrong; 4 tries are left");
                }
                calls.add(actor.account() + " " + kind + " confirmed");
                return null;
            }
        });
    }

    @After
    public void stop() {
        server.close();
    }

    @Test
    public void anAddressIsBoundWithTheCodeThatWasSentThere() {
        Reply sent = server.json("anna", "PUT", "/me/contacts/phone", "{\"address\":\"13812345678\"}");
        assertEquals(sent.text(), "138******78", sent.json().get("address").asText());
        assertFalse(sent.text(), sent.text().contains("12345678"));
        Reply wrong = server.json("anna", "PUT", "/me/contacts/phone/confirmation", "{\"code\":\"000000\"}");
        assertEquals(422, wrong.status());
        assertEquals("code-wrong", wrong.json().get("code").asText());
        assertEquals(204, server.json("anna", "PUT", "/me/contacts/email/confirmation", "{\"code\":\"123456\"}").status());
        assertEquals(List.of("anna MOBILE 13812345678", "anna EMAIL confirmed"), calls);
        assertEquals(404, server.json("anna", "PUT", "/me/contacts/fax", "{\"address\":\"1\"}").status());
    }
}
