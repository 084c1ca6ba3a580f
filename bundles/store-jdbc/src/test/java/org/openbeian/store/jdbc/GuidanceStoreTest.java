package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.guidance.HelpVotes;
import org.openbeian.api.store.GuidanceStore.Response;
import org.openbeian.testkit.Requirement;

public class GuidanceStoreTest extends OnBothDatabases {

    private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");

    @Test
    @Requirement("E-03")
    public void anAccountHasOneVoteOnAText() {
        JdbcGuidanceStore store = new JdbcGuidanceStore(database);
        store.vote("a", "anna", true, T0);
        store.vote("a", "bob", true, T0);
        store.vote("a", "anna", false, T0.plusSeconds(1));
        store.vote("b", "anna", true, T0);
        assertEquals(List.of(new HelpVotes("a", 1, 1), new HelpVotes("b", 1, 0)), store.votes());
    }

    @Test
    @Requirement("W-11")
    public void aResponseIsKnownByTheTimeOfItsQuestion() {
        JdbcGuidanceStore store = new JdbcGuidanceStore(database);
        store.put(new Response("e1", "materials", T0, null, false));
        store.put(new Response("e2", null, T0.plusSeconds(60), null, false));
        Response answered = new Response("e1", "materials", T0, T0.plusSeconds(90), true);
        store.put(answered);
        assertEquals(List.of(answered), store.responses(T0, T0.plusSeconds(60)));
        assertEquals(List.of("e2"), store.responses(T0.plusSeconds(1), T0.plusSeconds(61)).stream().map(Response::id).toList());
    }
}
