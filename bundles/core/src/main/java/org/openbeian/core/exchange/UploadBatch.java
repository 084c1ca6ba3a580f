package org.openbeian.core.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.FilingSubmission;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.Access;
import org.openbeian.api.order.AuthorityEvents;
import org.openbeian.api.order.Order;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.ExchangeStore.UploadFile;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Builds one upload file out of the head of a lane, within one transaction. Used once, by one thread. */
final class UploadBatch {

    private static final Logger LOG = LoggerFactory.getLogger(UploadBatch.class);
    /** Code with which a filing goes back that cannot be put into a file at all. */
    private static final int NOT_EXPRESSIBLE = 0;

    private final OrderStore orders;
    private final AuthorityEvents events;
    private final Submissions submissions;
    private final ValidCodes codes;
    private final Map<Long, Effect> effects = new LinkedHashMap<>();
    private final Map<Long, FilingSubmission> filings = new LinkedHashMap<>();
    private final Map<Effect, String> failed = new LinkedHashMap<>();
    private final List<Effect> finished = new ArrayList<>();
    private long bytes;
    private boolean full;

    UploadBatch(OrderStore orders, RegisterStore register, BlobStore blobs, AuthorityEvents events,
            ValidCodes codes, Function<Access, List<String>> addresses) {
        this.codes = codes;
        this.orders = orders;
        this.events = events;
        this.submissions = new Submissions(register, blobs, addresses);
    }

    /** Takes filings from the head until the bytes are used up; at least one. */
    void collect(List<Effect> head, long maximumBytes) {
        for (Effect effect : head) {
            MDC.put("order", effect.orderId());
            try {
                if (!full) {
                    take(effect, maximumBytes);
                }
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("The filing of effect {} cannot be collected", effect.id(), e);
                failed.put(effect, "the filing cannot be collected: " + e);
            } finally {
                MDC.remove("order");
            }
        }
    }

    private void take(Effect effect, long maximumBytes) {
        if (effects.values().stream().anyMatch(other -> other.orderId().equals(effect.orderId()))
                || !events.readyForUpload(effect.orderId())) {
            finished.add(effect);
            return;
        }
        long no = events.submissionNo(effect.orderId());
        Order order = orders.load(effect.orderId()).orElseThrow(() -> new IllegalStateException("the order is gone"));
        FilingSubmission filing = submissions.of(order, no);
        long size = filing.attachments().stream().mapToLong(attachment -> attachment.content().length).sum();
        if (!filings.isEmpty() && bytes + size > maximumBytes) {
            full = true;
            return;
        }
        bytes += size;
        effects.put(no, effect);
        filings.put(no, filing);
    }

    /**
     * Builds the file; what cannot be expressed goes back to pre-review, what fails is set aside.
     *
     * @return the file, or null when no filing is left
     */
    UploadFile build(AuthorityGateway gateway, String authorityId, long sequence, Instant now) {
        PreparedUpload prepared = prepare(gateway, authorityId);
        while (prepared != null && !prepared.problems().isEmpty()) {
            prepared.problems().forEach(this::refuse);
            prepared = prepare(gateway, authorityId);
        }
        return prepared == null ? null : new UploadFile(authorityId, sequence, prepared.file(), prepared.digest(),
                List.copyOf(filings.keySet()), now, prepared.notSent());
    }

    private void refuse(long no, List<String> problems) {
        if (filings.remove(no) == null) {
            throw new IllegalStateException("the gateway complains about submission " + no + ", which was not asked");
        }
        Effect effect = effects.remove(no);
        events.uploadRefused(effect.orderId(), no, NOT_EXPRESSIBLE, String.join("; ", problems));
        finished.add(effect);
    }

    private PreparedUpload prepare(AuthorityGateway gateway, String authorityId) {
        if (filings.isEmpty()) {
            return null;
        }
        try {
            return gateway.prepare(authorityId, List.copyOf(filings.values()), codes);
        } catch (RuntimeException e) {
            LOG.error("A file of {} filings for authority {} cannot be built", filings.size(), authorityId, e);
            setAsideWhatFails(gateway, authorityId);
            return filings.isEmpty() ? null : gateway.prepare(authorityId, List.copyOf(filings.values()), codes);
        }
    }

    private void setAsideWhatFails(AuthorityGateway gateway, String authorityId) {
        for (FilingSubmission filing : List.copyOf(filings.values())) {
            try {
                gateway.prepare(authorityId, List.of(filing), codes);
            } catch (RuntimeException e) {
                filings.remove(filing.submissionNo());
                failed.put(effects.remove(filing.submissionNo()), "the file cannot be built: " + e);
            }
        }
    }

    /** Effects that need no upload any more: parked, sent back or already on their way. */
    List<Effect> finished() {
        return finished;
    }

    /** Effects that failed on our side, with the cause. */
    Map<Effect, String> failed() {
        return failed;
    }
}
