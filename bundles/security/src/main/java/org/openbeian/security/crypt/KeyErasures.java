package org.openbeian.security.crypt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.ChainHash;
import org.openbeian.api.key.ErasureCertificate;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.key.Erasures;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.DataKeyStore;
import org.openbeian.api.store.ErasureStore;
import org.openbeian.api.store.ErasureStore.Belongings;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Erases by destroying data keys. Certificates carry real time: the law does not know virtual clocks. Thread-safe. */
@Component
public final class KeyErasures implements Erasures {

    private static final int LONGEST_REASON = 1000;

    private final Transactions transactions;
    private final ErasureStore store;
    private final DataKeyStore keys;
    private final ClearKeys clearKeys;
    private final AuditLog audit;

    @Activate
    public KeyErasures(@Reference Transactions transactions, @Reference ErasureStore store, @Reference DataKeyStore keys,
            @Reference ClearKeys clearKeys, @Reference AuditLog audit) {
        this.transactions = transactions;
        this.store = store;
        this.keys = keys;
        this.clearKeys = clearKeys;
        this.audit = audit;
    }

    @Override
    public List<String> plan(ErasureKind kind, String id) {
        return transactions.call(() -> destroyable(belongings(kind, id)));
    }

    @Override
    public ErasureCertificate erase(Actor actor, ErasureKind kind, String id, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal(Refusal.Kind.INVALID, "reason-missing", "a reason of 1 to " + LONGEST_REASON
                + " characters is needed; it is kept in the certificate");
        }
        return transactions.call(() -> {
            Belongings belongings = belongings(kind, id);
            if (destroyable(belongings).isEmpty()) {
                throw new Refusal(Refusal.Kind.WRONG_STATE, "nothing-to-erase", "there is no key left to destroy");
            }
            Map<String, String> destroyed = new TreeMap<>();
            belongings.scopes().forEach(scope -> keys.destroy(scope).ifPresent(key -> destroyed.put(scope, key)));
            Map<String, Long> removed = store.strip(kind, id, belongings);
            ErasureCertificate certificate = certify(actor, kind, id, reason, destroyed, removed);
            store.add(certificate);
            audit.record(actor, "data.erase", kind.name().toLowerCase(Locale.ROOT), id, reason,
                Map.of("certificate", certificate.id(), "keys", Integer.toString(destroyed.size()), "hash", certificate.hash()));
            transactions.afterCommit(() -> destroyed.values().forEach(clearKeys::destroy));
            return certificate;
        });
    }

    @Override
    public Optional<ErasureCertificate> find(String certificateId) {
        return store.find(certificateId);
    }

    @Override
    public List<ErasureCertificate> list(int limit) {
        return store.list(limit);
    }

    private Belongings belongings(ErasureKind kind, String id) {
        Belongings belongings = store.belongings(kind, id);
        if (belongings.scopes().isEmpty()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "unknown-subject", "there is no such order, account or organizer");
        }
        if (!belongings.open().isEmpty()) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, "order-open", "nothing is erased while an order is open: "
                + String.join(", ", belongings.open()));
        }
        return belongings;
    }

    private List<String> destroyable(Belongings belongings) {
        return belongings.scopes().stream().filter(scope -> keys.find(scope).isPresent()).sorted().toList();
    }

    private static ErasureCertificate certify(Actor actor, ErasureKind kind, String id, String reason, Map<String, String> destroyed,
            Map<String, Long> removed) {
        String number = HexFormat.of().formatHex(DataCipher.newKey(), 0, 8);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Map<String, String> counts = new TreeMap<>();
        removed.forEach((what, count) -> counts.put(what, Long.toString(count)));
        String hash = new ChainHash().add(number).add(now).add(actor.account()).add(kind).add(id).add(reason).addAll(destroyed)
            .addAll(counts).hex();
        return new ErasureCertificate(number, now, actor.account(), kind, id, reason, destroyed, removed, hash);
    }
}
