package org.openbeian.security.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.audit.ChainHash;
import org.openbeian.api.audit.ChainReport;
import org.openbeian.api.audit.ChainVerifier;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Masks;
import org.openbeian.api.store.AuditStore;
import org.openbeian.api.store.AuditStore.Chain;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit as a hash chain. Whoever records adds an open row and waits for nobody; once a second the open rows are sealed,
 * in one transaction that holds the end of the chain. Times are the machine's: who looked when does not live by a virtual
 * clock.
 *
 * <p>The check finds a sealed entry that was altered, removed, moved or put in, and an end that was cut off. Whoever may write
 * to the database can forge the whole chain anew; that shows against a proof kept elsewhere: an export, or the line with
 * number and hash that the log gets every ten minutes. An entry that is younger than the next sealing is not protected yet.
 */
@Component(service = {AuditLog.class, ChainVerifier.class, ChainedAudit.class}, immediate = true)
public final class ChainedAudit implements AuditLog, ChainVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(ChainedAudit.class);
    private static final int PORTION = 500;
    private static final long NOTE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final AuditStore store;
    private final Transactions transactions;
    private final Clock realTime;
    private final ScheduledExecutorService ticker;
    private volatile boolean open = true;
    private long notedNanos = System.nanoTime() - NOTE_NANOS;

    /** Begins to seal what an earlier process left open. */
    @Activate
    public ChainedAudit(@Reference AuditStore store, @Reference Transactions transactions) {
        this(store, transactions, Clock.systemUTC(), 1000);
    }

    /**
     * As above.
     *
     * @param sealMillis pause between two looks for open entries; 0 to seal on demand only
     */
    ChainedAudit(AuditStore store, Transactions transactions, Clock realTime, long sealMillis) {
        this.store = store;
        this.transactions = transactions;
        this.realTime = realTime;
        this.ticker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "openbeian-audit");
            thread.setDaemon(true);
            return thread;
        });
        if (sealMillis > 0) {
            ticker.scheduleWithFixedDelay(this::sealSafely, 0, sealMillis, TimeUnit.MILLISECONDS);
        }
    }

    @Deactivate
    void stop() {
        ticker.shutdownNow();
    }

    @Override
    public void record(Actor actor, String action, String objectKind, String objectId, String reason,
            Map<String, String> details) {
        Instant now = realTime.instant().truncatedTo(ChronoUnit.MILLIS);
        store.add(new AuditEntry(0, now, cut(actor.account(), 200), cut(actor.address(), 200), action, objectKind,
            cut(objectId, 300), cut(Masks.text(reason), 1000), details, null, null));
        transactions.afterCommit(() -> open = true);
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        seal();
        return transactions.call(() -> store.list(query));
    }

    @Override
    public AuditProof export(long fromNo, Consumer<AuditEntry> out) {
        seal();
        AuditProof last = null;
        List<AuditEntry> portion = read(fromNo);
        while (!portion.isEmpty()) {
            portion.forEach(out);
            AuditEntry end = portion.get(portion.size() - 1);
            last = new AuditProof(end.no(), end.hash());
            portion = read(end.no() + 1);
        }
        return last;
    }

    @Override
    public boolean confirms(AuditProof noted) {
        return transactions.call(() -> store.from(noted.no(), 1)).stream()
            .anyMatch(entry -> entry.no() == noted.no() && noted.hash().equals(entry.hash()));
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public ChainReport verify(Consumer<ChainReport> progress) {
        seal();
        ChainWalk walk = new ChainWalk(transactions.call(store::chain));
        Chain end;
        do {
            List<AuditEntry> portion = read(walk.nextNo());
            while (!portion.isEmpty()) {
                portion.forEach(walk::step);
                progress.accept(walk.report());
                portion = read(walk.nextNo());
            }
            end = transactions.call(store::chain);
        } while (end.lastNo() >= walk.nextNo() && !read(walk.nextNo()).isEmpty());
        walk.end(end);
        return walk.report();
    }

    /** Seals all open entries; cheap when there are none. */
    void seal() {
        while (transactions.call(this::sealPortion)) {
            LOG.debug("A portion of the audit is sealed");
        }
    }

    private boolean sealPortion() {
        if (store.open(1).isEmpty()) {
            return false;
        }
        Chain chain = store.lock();
        Map<Long, AuditEntry> sealed = new LinkedHashMap<>();
        long no = chain.lastNo();
        String hash = chain.lastHash();
        for (Map.Entry<Long, AuditEntry> entry : store.open(PORTION).entrySet()) {
            AuditEntry next = sealed(entry.getValue(), ++no, hash);
            hash = next.hash();
            sealed.put(entry.getKey(), next);
        }
        store.seal(sealed, new Chain(chain.firstNo(), chain.firstPrevious(), no, hash));
        noteNowAndThen(new AuditProof(no, hash));
        return sealed.size() == PORTION;
    }

    private void noteNowAndThen(AuditProof proof) {
        transactions.afterCommit(() -> {
            synchronized (this) {
                if (System.nanoTime() - notedNanos >= NOTE_NANOS) {
                    notedNanos = System.nanoTime();
                    LOG.info("The audit is sealed up to entry {} with hash {}", proof.no(), proof.hash());
                }
            }
        });
    }

    private void sealSafely() {
        if (!open) {
            return;
        }
        open = false;
        try {
            seal();
        } catch (StoreUnavailable away) {
            open = true;
            LOG.debug("The audit is sealed when the database is back: {}", away.getMessage());
        } catch (RuntimeException failed) {
            open = true;
            LOG.error("The audit could not be sealed, it is tried again", failed);
        }
    }

    private List<AuditEntry> read(long fromNo) {
        return transactions.call(() -> store.from(fromNo, PORTION));
    }

    private static AuditEntry sealed(AuditEntry open, long no, String previousHash) {
        AuditEntry linked = new AuditEntry(no, open.at(), open.account(), open.origin(), open.action(), open.objectKind(),
            open.objectId(), open.reason(), open.details(), previousHash, null);
        return new AuditEntry(no, open.at(), open.account(), open.origin(), open.action(), open.objectKind(),
            open.objectId(), open.reason(), open.details(), previousHash, hash(linked));
    }

    static String hash(AuditEntry entry) {
        return new ChainHash().add(entry.no()).add(entry.at()).add(entry.account()).add(entry.origin()).add(entry.action())
            .add(entry.objectKind()).add(entry.objectId()).add(entry.reason()).addAll(entry.details())
            .add(entry.previousHash()).hex();
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
