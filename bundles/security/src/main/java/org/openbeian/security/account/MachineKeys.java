package org.openbeian.security.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.CredentialStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keys of machines and the check of what they signed. Times are the machine's. Thread-safe. */
@Component
public final class MachineKeys implements ApiKeys {

    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST = 10;
    private static final int SECRET_LENGTH = 43;
    private static final int ID_LENGTH = 20;
    private static final int TRIM_MOST = 10_000;
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{20}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N} ._-]{1,100}");

    private final CredentialStore store;
    private final Transactions transactions;
    private final AccountStore accountStore;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock realTime;
    private final AtomicReference<Instant> trimmed = new AtomicReference<>(Instant.EPOCH);

    /** Created by Declarative Services. */
    @Activate
    public MachineKeys(@Reference CredentialStore store, @Reference AccountStore accountStore, @Reference Transactions transactions,
            @Reference Accounts accounts, @Reference AuditLog audit) {
        this(store, accountStore, transactions, accounts, audit, Clock.systemUTC());
    }

    MachineKeys(CredentialStore store, AccountStore accountStore, Transactions transactions, Accounts accounts, AuditLog audit,
            Clock realTime) {
        this.store = store;
        this.accountStore = accountStore;
        this.transactions = transactions;
        this.accounts = accounts;
        this.audit = audit;
        this.realTime = realTime;
    }

    @Override
    public Created create(Actor actor, String account, String label, Instant expiresAt) {
        AccountService.needOwnOrManaged(actor, account, accountStore);
        Instant now = realTime.instant().truncatedTo(ChronoUnit.MILLIS);
        if (label == null || !LABEL.matcher(label).matches()) {
            throw new Refusal(Kind.INVALID, "key-label", "a label has 1 to 100 letters, digits, spaces, dots or hyphens");
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new Refusal(Kind.INVALID, "key-expired", "the key would have ended already");
        }
        Key key = new Key(Secrets.random(ID_LENGTH), account, label, now, expiresAt, null);
        String secret = Secrets.random(SECRET_LENGTH);
        return transactions.call(() -> {
            if (store.keys(account).stream().filter(one -> isGood(one, now)).count() >= MOST) {
                throw new Refusal(Kind.WRONG_STATE, "keys-too-many", "an account has at most " + MOST + " keys; revoke one first");
            }
            store.addKey(key, secret.getBytes(StandardCharsets.US_ASCII));
            audit.record(actor, "key.create", "key", key.id(), null, Map.of("account", account));
            return new Created(key, secret);
        });
    }

    @Override
    public List<Key> list(Actor actor, String account) {
        AccountService.needOwnOrManaged(actor, account, accountStore);
        return store.keys(account);
    }

    @Override
    public void revoke(Actor actor, String account, String id) {
        AccountService.needOwnOrManaged(actor, account, accountStore);
        transactions.run(() -> {
            if (!store.revokeKey(account, id, realTime.instant())) {
                throw new Refusal(Kind.NOT_FOUND, "key-not-found", "there is no such key");
            }
            audit.record(actor, "key.revoke", "key", id, null, Map.of("account", account));
        });
    }

    @Override
    public Optional<Actor> verify(Signed request, String address) {
        if (!ID.matcher(request.keyId()).matches() || !NONCE.matcher(request.nonce()).matches()
                || !SECONDS.matcher(request.timestamp()).matches()) {
            return Optional.empty();
        }
        Instant now = realTime.instant();
        Instant at = Instant.ofEpochSecond(Long.parseLong(request.timestamp()));
        Key key = store.key(request.keyId()).filter(one -> isGood(one, now)).orElse(null);
        if (key == null || Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
            return Optional.empty();
        }
        byte[] secret = store.secret(key.id()).orElseThrow();
        if (!MessageDigest.isEqual(sign(secret, request.text()).getBytes(StandardCharsets.US_ASCII),
                request.signature().getBytes(StandardCharsets.UTF_8))) {
            refused(key, address, "signature");
            return Optional.empty();
        }
        if (!store.takeNonce(key.id(), request.nonce(), at.plus(TOLERANCE).plus(TOLERANCE))) {
            refused(key, address, "replay");
            return Optional.empty();
        }
        trimNowAndThen(now);
        return accounts.actor(key.account(), address);
    }

    /** HMAC-SHA-256, in lower-case hexadecimal. */
    static String sign(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static boolean isGood(Key key, Instant now) {
        return key.revokedAt() == null && (key.expiresAt() == null || key.expiresAt().isAfter(now));
    }

    private void refused(Key key, String address, String why) {
        audit.record(new Actor(key.account(), Set.of(), address), "login.refused", "key", key.id(), null, Map.of("why", why));
    }

    private void trimNowAndThen(Instant now) {
        Instant last = trimmed.get();
        if (last.plus(TOLERANCE).isBefore(now) && trimmed.compareAndSet(last, now)) {
            store.trim(now, TRIM_MOST);
        }
    }
}
