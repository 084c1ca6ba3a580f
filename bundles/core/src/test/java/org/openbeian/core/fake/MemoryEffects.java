package org.openbeian.core.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.store.EffectStore;

/** An outbox in memory that only takes effects in; what carries them out has its own fakes. */
public final class MemoryEffects implements EffectStore, MemoryTransactions.Undoable {

    private final MemoryTransactions transactions;
    private List<Effect> effects = new ArrayList<>();

    /** Joins the transactions. */
    public MemoryEffects(MemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public Runnable checkpoint() {
        List<Effect> old = new ArrayList<>(effects);
        return () -> effects = old;
    }

    @Override
    public void add(List<Effect> added) {
        transactions.check();
        for (Effect effect : added) {
            if (effects.stream().noneMatch(other -> other.key().equals(effect.key()))) {
                effects.add(effect);
            }
        }
    }

    /** All effects, oldest first. */
    public List<Effect> all() {
        return List.copyOf(effects);
    }

    /** Ids of the messages for one channel, oldest first. */
    public List<String> messages(String channel) {
        return effects.stream().filter(effect -> effect.lane().equals("channel:" + channel))
            .map(effect -> effect.data().get("message")).toList();
    }

    /** Effects of kind upload, oldest first. */
    public List<Effect> uploads() {
        return effects.stream().filter(effect -> effect.kind().equals("upload")).toList();
    }

    @Override
    public boolean lock(String lane) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Effect> open(String lane, long afterId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void postpone(String lane, String name, String value, Instant notBefore) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Effect> head(String lane, Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Effect> find(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Effect> withKey(String key) {
        return effects.stream().filter(effect -> effect.key().equals(key)).findFirst();
    }

    @Override
    public void postpone(long id, Instant notBefore) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rouse(String lane, String name, String value, Instant notBefore) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void again(long id, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void done(List<Long> ids, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void retry(long id, Instant notBefore, String cause, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void giveUp(long id, String cause, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reopen(long id, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<EffectFailure> failures(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LaneStatus> lanes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> paused() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> dueLanes(Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Instant> nextDue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPaused(String lane, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int trim(Instant doneBefore, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> failingSince(long id) {
        throw new UnsupportedOperationException();
    }
}
