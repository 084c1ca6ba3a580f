package org.openbeian.gate;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.gate.Credentials.Caller;

/** Who may ask. */
public class CredentialsTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Credentials credentials = new Credentials(new Known(), MemoryGateTest.settings(), nanos::get);

    @Test
    public void anIntegratorAsksOnceAndIsKnownForAWhile() {
        assertEquals(Caller.PERMITTED, of("cdn:right"));
        assertEquals(Caller.PERMITTED, of("cdn:right"));
        assertEquals(1, asked.get());
        nanos.addAndGet(5_000_000_001L);
        assertEquals(Caller.PERMITTED, of("cdn:right"));
        assertEquals("a revoked account is noticed after five seconds", 2, asked.get());
    }

    @Test
    public void othersAreRefusedEachTime() {
        assertEquals(Caller.UNKNOWN, of("cdn:wrong"));
        assertEquals(Caller.UNKNOWN, of("cdn:wrong"));
        assertEquals(2, asked.get());
        assertEquals(Caller.NOT_PERMITTED, of("anna:right"));
        assertEquals(Caller.UNKNOWN, credentials.of(null, "x"));
        assertEquals(Caller.UNKNOWN, credentials.of("Bearer x", "x"));
        assertEquals(Caller.UNKNOWN, credentials.of("Basic ###", "x"));
        assertEquals(Caller.UNKNOWN, of("nocolon"));
    }

    private Caller of(String pair) {
        return credentials.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)), "192.0.2.1");
    }

    private final class Known implements Accounts {

        @Override
        public Optional<Actor> authenticate(String name, char[] password, String address) {
            asked.incrementAndGet();
            return new String(password).equals("right")
                ? Optional.of(new Actor(name, Set.of(name.equals("cdn") ? Role.INTEGRATOR : Role.APPLICANT), address)) : Optional.empty();
        }

        @Override
        public Optional<Actor> actor(String name, String address) {
            return Optional.empty();
        }

        @Override
        public Optional<String> email(String account) {
            return Optional.empty();
        }
    }
}
