package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.account.Delegations.Invitation;

public class DelegationStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");

    @Test
    public void aDelegationHoldsUntilItEndsOrIsRevoked() {
        JdbcDelegationStore store = new JdbcDelegationStore(database);
        Delegation given = new Delegation("d1", "anna", "sun", Set.of("filing-full", "resource-read:cvm"), List.of("o1", "o2"),
            "anna", NOW, NOW.plusSeconds(60), null);
        store.add(given);
        assertEquals(List.of(given), store.held("sun", NOW));
        assertEquals(List.of(given), store.of("anna"));
        assertEquals(List.of(given), store.of("sun"));
        assertEquals("another's", List.of(), store.held("anna", NOW));
        assertEquals("ended", List.of(), store.held("sun", NOW.plusSeconds(60)));
        assertFalse("not the owner", store.revoke("sun", "d1", NOW));
        assertTrue(store.revoke("anna", "d1", NOW));
        assertFalse("twice", store.revoke("anna", "d1", NOW));
        assertEquals("revoked", List.of(), store.held("sun", NOW));
        assertEquals(NOW, store.of("anna").get(0).revokedAt());
    }

    @Test
    public void anInvitationIsTakenOnceAndInTime() {
        JdbcDelegationStore store = new JdbcDelegationStore(database);
        Invitation given = new Invitation("i1", "anna", Set.of("filing-full"), List.of("o1"), NOW.plusSeconds(900),
            NOW.plusSeconds(60), null);
        store.invite("digest", given);
        assertEquals(List.of(given), store.invitations("anna"));
        assertEquals("too late", Optional.empty(), store.take("digest", "sun", NOW.plusSeconds(60)));
        assertEquals("unknown", Optional.empty(), store.take("other", "sun", NOW));
        assertEquals("sun", store.take("digest", "sun", NOW).orElseThrow().usedBy());
        assertEquals("twice", Optional.empty(), store.take("digest", "moon", NOW));
        assertFalse("it was taken", store.withdraw("anna", "i1"));
        store.invite("digest2", new Invitation("i2", "anna", Set.of("filing-full"), List.of(), NOW, NOW.plusSeconds(60), null));
        assertFalse("another's", store.withdraw("bob", "i2"));
        assertTrue(store.withdraw("anna", "i2"));
        assertEquals(Optional.empty(), store.take("digest2", "sun", NOW));
    }
}
