package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.account.Sessions.Opened;
import org.openbeian.api.account.Sessions.Session;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

public class BrowserSessionsTest {

    private static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");

    private final MemoryCredentials store = new MemoryCredentials();
    private final OneAccount accounts = new OneAccount();
    private final TestClock clock = new TestClock();
    private final BrowserSessions sessions = new BrowserSessions(store, accounts, new RecordedAudit(),
            StoredAccountsTest.settings(false), clock);

    @Test
    public void aSessionIsFoundByItsTokenUntilItIsClosed() {
        Opened opened = sessions.open(ANNA);
        Session session = sessions.find(opened.token(), "192.0.2.1").orElseThrow();
        assertEquals(ANNA, session.actor());
        assertEquals(opened.csrfToken(), session.csrfToken());
        assertNotEquals(opened.csrfToken(), sessions.open(ANNA).csrfToken());
        sessions.close(opened.token());
        assertEquals(Optional.empty(), sessions.find(opened.token(), "192.0.2.1"));
        assertEquals(Optional.empty(), sessions.find("", "192.0.2.1"));
    }

    @Test
    public void theStoreKnowsNoToken() {
        Opened opened = sessions.open(ANNA);
        assertFalse(store.sessions.toString().contains(opened.token()));
        assertFalse(opened.toString().contains(opened.token()));
        assertEquals("a digest is no token", Optional.empty(),
                sessions.find(store.sessions.keySet().iterator().next().substring(0, 43), "192.0.2.1"));
    }

    @Test
    public void anIdleSessionEndsAndAUsedOneGoesOnUntilItsEnd() {
        Opened idle = sessions.open(ANNA);
        clock.pass(Duration.ofMinutes(31));
        assertEquals(Optional.empty(), sessions.find(idle.token(), "192.0.2.1"));
        Opened used = sessions.open(ANNA);
        for (int i = 0; i < 36; i++) {
            assertTrue("after " + i * 20 + " min", sessions.find(used.token(), "192.0.2.1").isPresent());
            clock.pass(Duration.ofMinutes(20).plusSeconds(1));
        }
        assertEquals("12 hours are over", Optional.empty(), sessions.find(used.token(), "192.0.2.1"));
        sessions.open(ANNA);
        assertEquals("what is over is trimmed", 1, store.sessions.size());
    }

    @Test
    public void aClosedAccountHasNoSession() {
        Opened opened = sessions.open(ANNA);
        accounts.closed = true;
        assertEquals(Optional.empty(), sessions.find(opened.token(), "192.0.2.1"));
    }
}
