package org.openbeian.core.effect;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.order.AuthorityEvents;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.ExchangeStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The operator's handle on lanes and effects. Thread-safe. */
@Component(service = Lanes.class)
public final class LaneControl implements Lanes {

    private static final Logger AUDIT = LoggerFactory.getLogger("org.openbeian.audit");
    private static final int LONGEST_REASON = 500;

    private final Transactions transactions;
    private final EffectStore effects;
    private final ExchangeStore exchange;
    private final AuthorityEvents events;
    private final Holds holds;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public LaneControl(@Reference Transactions transactions, @Reference EffectStore effects,
            @Reference ExchangeStore exchange, @Reference AuthorityEvents events, @Reference Holds holds,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.effects = effects;
        this.exchange = exchange;
        this.events = events;
        this.holds = holds;
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
        transactions.run(() -> effects.setPaused(lane, "paused by " + actor.account() + ": " + reason));
        AUDIT.info("{} paused lane {}: {}", actor.account(), lane, reason);
    }

    @Override
    public void resume(Actor actor, String lane) {
        check(actor, "resume");
        LaneStatus status = lanes().stream().filter(known -> known.name().equals(lane)).findFirst().orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "lane-not-found", "there is no lane " + lane));
        holds.of(lane).clear();
        transactions.run(() -> effects.setPaused(lane, null));
        AUDIT.info("{} resumed lane {}, which was stopped because: {}", actor.account(), lane, status.pausedReason());
    }

    @Override
    public void retry(Actor actor, long effectId, String reason) {
        change(actor, effectId, reason, "repeats", effect -> {
            holds.of(effect.lane()).clear();
            effects.reopen(effectId, clock.instant());
        });
    }

    @Override
    public void skip(Actor actor, long effectId, String reason) {
        change(actor, effectId, reason, "skips", effect -> {
            if (effect.lane().startsWith(Lane.AUTHORITY)) {
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
        if (!transactions.call(() -> exchange.dismiss(authorityId, fileName, actor.account() + ": " + reason, clock.instant()))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "result-not-found", "no result file " + fileName + " of authority "
                    + authorityId + " is open");
        }
        AUDIT.info("{} dismissed result file {} of authority {}: {}", actor.account(), fileName, authorityId, reason);
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

    private void change(Actor actor, long effectId, String reason, String verb, Consumer<Effect> change) {
        check(actor, reason);
        Effect effect = transactions.call(() -> {
            Effect found = effects.find(effectId).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND,
                    "effect-not-found", "there is no effect " + effectId + " that is open or gave up"));
            change.accept(found);
            return found;
        });
        MDC.put("order", effect.orderId());
        AUDIT.info("{} {} effect {} ({} of lane {}): {}", actor.account(), verb, effectId, effect.kind(), effect.lane(),
                reason);
        MDC.remove("order");
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
