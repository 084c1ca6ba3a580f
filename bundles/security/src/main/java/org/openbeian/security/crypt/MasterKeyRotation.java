package org.openbeian.security.crypt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.key.KeyRotation;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.DataKeyStore;
import org.openbeian.api.store.DataKeyStore.DataKey;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts data keys under the current master key. How far that is follows from the stored keys alone, so a restart, another node,
 * or a second change in the middle of the first need no care. Thread-safe.
 */
@Component
public final class MasterKeyRotation implements KeyRotation, DurableTask {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyRotation.class);
    private static final String NAME = "key-rotation";
    private static final int PORTION = 200;

    private final KeyVault vault;
    private final DataKeyStore store;
    private final Transactions transactions;
    private final DurableTasks tasks;
    private final AuditLog audit;
    private final Clock clock;

    /** Goes on with what a restart broke off. */
    @Activate
    public MasterKeyRotation(@Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault,
            @Reference DataKeyStore store, @Reference Transactions transactions, @Reference DurableTasks tasks,
            @Reference AuditLog audit, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.vault = vault;
        this.store = store;
        this.transactions = transactions;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
        if (status().remaining() > 0) {
            begin();
        }
    }

    @Override
    public Status status() {
        String current = vault.currentMaster();
        Map<String, Long> keys = new TreeMap<>();
        vault.masters().forEach(master -> keys.put(master, 0L));
        keys.putAll(store.countByMaster());
        long all = keys.values().stream().mapToLong(Long::longValue).sum();
        return new Status(current, keys, all - keys.getOrDefault(current, 0L));
    }

    @Override
    public Status rotate(Actor actor) {
        String old = vault.currentMaster();
        String fresh = vault.addMaster();
        LOG.info("The master key changes from {} to {}", old, fresh);
        audit.record(actor, "key.rotate", "master-key", fresh, null, Map.of("before", old));
        begin();
        return status();
    }

    @Override
    public Status retire(Actor actor, String master) {
        Status now = status();
        Long keys = now.keys().get(master);
        if (keys == null) {
            throw new IllegalArgumentException("there is no master key " + master);
        }
        if (master.equals(now.current())) {
            throw new IllegalArgumentException("the master key " + master + " is the current one");
        }
        if (keys > 0) {
            throw new IllegalArgumentException("the master key " + master + " still wraps " + keys + " data keys");
        }
        vault.removeMaster(master);
        audit.record(actor, "key.retire", "master-key", master, null, Map.of());
        return status();
    }

    private void begin() {
        tasks.ensure(NAME, "all", clock.instant());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean machine() {
        return true;
    }

    @Override
    public Optional<Instant> run(String key) {
        long done = 0;
        int changed;
        do {
            changed = transactions.call(this::portion);
            done += changed;
        } while (changed > 0 && !Thread.currentThread().isInterrupted());
        LOG.info("Put {} data keys under the master key {}", done, vault.currentMaster());
        return changed > 0 ? Optional.of(clock.instant()) : Optional.empty();
    }

    private int portion() {
        List<DataKey> old = store.notUnder(vault.currentMaster(), PORTION);
        for (DataKey key : old) {
            String context = EncryptedPersonalData.context(key.id(), key.scope());
            store.rewrap(new DataKey(key.id(), key.scope(), vault.wrap(vault.unwrap(key.wrapped(), context), context)));
        }
        return old.size();
    }
}
