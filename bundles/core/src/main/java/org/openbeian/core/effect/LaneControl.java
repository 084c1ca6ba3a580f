package org.openbeian.core.effect;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.order.AuthorityEvents;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Masks;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.ExchangeStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.report.ReportCargo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The operator's handle on lanes and effects. Thread-safe. */
@Component(service = Lanes.class)
public final class LaneControl implements Lanes {

    private static final int LONGEST_REASON = 500;

    private final Transactions transactions;
    private final EffectStore effects;
    private final ExchangeStore exchange;
    private final AuthorityEvents events;
    private final Holds holds;
    private final AuditLog audit;
    private final ReportCargo reports;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public LaneControl(@Reference Transactions transactions, @Reference EffectStore effects,
            @Reference ExchangeStore exchange, @Reference AuthorityEvents events, @Reference Holds holds,
            @Reference AuditLog audit, @Reference ReportCargo reports, @Reference Clock clock) {
        this.reports = reports;
        this.transactions = transactions;
        this.effects = effects;
        this.exchange = exchange;
        this.events = events;
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<LaneStatus> lanes() {
        return transactions.call(effects::lanes);
    }

    @Override
    public List<EffectFailure> failures(int limit) {
        return transactions.call(() -> effects.failures(limit));
    }

    @Override
    public void pause(Actor actor, String lane, String reason) {
        check(actor, reason);
        if (!lane.matches("[a-z]+:[a-z0-9-]{1,60}")) {
            throw new Refusal(Refusal.Kind.INVALID, "lane-name-wrong",
                    "a lane is named like authority:440000 or channel:email");
        }
        transactions.run(() -> {
            effects.setPaused(lane, "paused by " + actor.account() + ": " + reason);
            audit.record(actor, "lane.pause", "lane", lane, reason, Map.of());
        });
    }

    @Override
    public void resume(Actor actor, String lane) {
        check(actor, "resume");
        LaneStatus status = lanes().stream().filter(known -> known.name().equals(lane)).findFirst().orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "lane-not-found", "there is no lane " + lane));
        holds.of(lane).clear();
        transactions.run(() -> {
            effects.setPaused(lane, null);
            audit.record(actor, "lane.resume", "lane", lane, null,
                    status.pausedReason() == null ? Map.of() : Map.of("stopped", Masks.text(status.pausedReason())));
        });
    }

    @Override
    public void retry(Actor actor, long effectId, String reason) {
        change(actor, effectId, reason, "effect.retry", effect -> {
            holds.of(effect.lane()).clear();
            effects.reopen(effectId, clock.instant());
        });
    }

    @Override
    public void skip(Actor actor, long effectId, String reason) {
        change(actor, effectId, reason, "effect.skip", effect -> {
            if (ReportCargo.isReport(effect)) {
                if (!reports.skip(effect, actor.account(), reason)) {
                    throw new Refusal(Refusal.Kind.WRONG_STATE, "upload-under-way",
                            "the report is in a file that the authority may have taken; its answer must be awaited");
                }
            } else if (effect.lane().startsWith(Lane.AUTHORITY)) {
                sendBack(actor, effect, reason);
            }
            effects.done(List.of(effectId), clock.instant());
        });
    }

    @Override
    public List<OpenResult> openResults() {
        return transactions.call(() -> exchange.openResults(null));
    }

    @Override
    public void dismissResult(Actor actor, String authorityId, String fileName, String reason) {
        check(actor, reason);
        transactions.run(() -> {
            if (!exchange.dismiss(authorityId, fileName, actor.account() + ": " + reason, clock.instant())) {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "result-not-found", "no result file " + fileName + " of authority "
                        + authorityId + " is open");
            }
            audit.record(actor, "result.dismiss", "result-file", authorityId + "/" + fileName, reason, Map.of());
        });
    }

    /** An upload that is skipped must not leave its order waiting for ever: the order goes back to pre-review. */
    private void sendBack(Actor actor, Effect effect, String reason) {
        long no = events.submissionNo(effect.orderId());
        if (exchange.pending(Lane.id(effect.lane())).filter(file -> file.submissions().contains(no)).isPresent()) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, "upload-under-way", "order " + effect.orderId()
                    + " is in a file that the authority may have taken; its answer must be awaited");
        }
        events.uploadRefused(effect.orderId(), no, 0, "skipped by " + actor.account() + ": " + reason);
    }

    private void change(Actor actor, long effectId, String reason, String action, Consumer<Effect> change) {
        check(actor, reason);
        transactions.run(() -> {
            Effect found = effects.find(effectId).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND,
                    "effect-not-found", "there is no effect " + effectId + " that is open or gave up"));
            change.accept(found);
            Map<String, String> details = new HashMap<>(Map.of("kind", found.kind(), "lane", found.lane()));
            if (found.orderId() != null) {
                details.put("order", found.orderId());
            }
            audit.record(actor, action, "effect", Long.toString(effectId), reason, details);
        });
    }

    private static void check(Actor actor, String reason) {
        if (!actor.may(Permission.STEER_SYSTEM)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "operator-only", "only operators steer lanes and effects");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal(Refusal.Kind.INVALID, "reason-missing",
                    "a reason of 1 to " + LONGEST_REASON + " characters must be given");
        }
    }
}
