package org.openbeian.security.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.openbeian.api.account.Sessions;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.CredentialStore;
import org.openbeian.api.store.CredentialStore.StoredSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sessions of browsers: the store knows the digest of a random token only. The CSRF token is a digest of the same token, so
 * that whoever reads the store can make neither. Thread-safe.
 */
@Component
public final class BrowserSessions implements Sessions {

    private static final int TOKEN_LENGTH = 43;
    private static final Duration TOUCH = Duration.ofMinutes(1);
    private static final Duration TRIM = Duration.ofMinutes(5);
    private static final int TRIM_MOST = 1_000;

    private final CredentialStore store;
    private final Accounts accounts;
    private final AuditLog audit;
    private final AccountSettings settings;
    private final Clock realTime;
    private final AtomicReference<Instant> trimmed = new AtomicReference<>(Instant.EPOCH);

    /** Created by Declarative Services. */
    @Activate
    public BrowserSessions(@Reference CredentialStore store, @Reference Accounts accounts, @Reference AuditLog audit,
            @Reference AccountSettings settings) {
        this(store, accounts, audit, settings, Clock.systemUTC());
    }

    BrowserSessions(CredentialStore store, Accounts accounts, AuditLog audit, AccountSettings settings, Clock realTime) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.settings = settings;
        this.realTime = realTime;
    }

    @Override
    public Opened open(Actor actor) {
        Instant now = realTime.instant();
        String token = Secrets.random(TOKEN_LENGTH);
        Instant end = now.plus(Duration.ofHours(settings.get().session_hours()));
        store.addSession(Secrets.digest(token), new StoredSession(actor.account(), now, end));
        audit.record(actor, "session.open", "account", actor.account(), null, Map.of());
        trimNowAndThen(now);
        return new Opened(token, csrf(token), end);
    }

    @Override
    public Optional<Session> find(String token, String address) {
        if (token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        String digest = Secrets.digest(token);
        Instant now = realTime.instant();
        Optional<StoredSession> found = store.session(digest).filter(one -> one.expiresAt().isAfter(now)
                && one.usedAt().plus(Duration.ofMinutes(settings.get().session_idle_minutes())).isAfter(now));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get().usedAt().plus(TOUCH).isBefore(now)) {
            store.touchSession(digest, now);
        }
        return accounts.actor(found.get().account(), address)
                .map(actor -> new Session(actor, csrf(token), found.get().expiresAt()));
    }

    @Override
    public void close(String token) {
        store.removeSession(Secrets.digest(token));
    }

    private static String csrf(String token) {
        return Secrets.digest("csrf:" + token);
    }

    /** Sessions and nonces that are over go with the next log-in, so that their tables stay small. */
    private void trimNowAndThen(Instant now) {
        Instant last = trimmed.get();
        if (last.plus(TRIM).isBefore(now) && trimmed.compareAndSet(last, now)) {
            store.trim(now, TRIM_MOST);
        }
    }
}
