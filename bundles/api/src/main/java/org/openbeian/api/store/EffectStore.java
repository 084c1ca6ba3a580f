package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.osgi.annotation.versioning.ProviderType;

/** The outbox: effects in lanes. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface EffectStore {

    /** Stores effects; after the commit their lanes are woken. An effect whose key is known is left out. */
    void add(List<Effect> effects);

    /**
     * Locks a lane for this transaction, without waiting.
     *
     * @return false when another transaction holds it or it is paused
     */
    boolean lock(String lane);

    /**
     * The open effects of a lane that may run now, oldest first. One that waits for its next try does not hold up those
     * behind it.
     */
    List<Effect> head(String lane, Instant now, int limit);

    /** The open effects of a lane after one, whenever they may run, in the order of their ids. */
    List<Effect> open(String lane, long afterId, int limit);

    /** One effect by id, open or given up. */
    Optional<Effect> find(long id);

    /** One effect by its key, whatever became of it. */
    Optional<Effect> withKey(String key);

    /** Lets an open effect run later; that is no failure. */
    void postpone(long id, Instant notBefore);

    /** Lets all open effects of a lane whose data have a value run no sooner than an instant; that is no failure. */
    void postpone(String lane, String name, String value, Instant notBefore);

    /** Lets all open effects of a lane whose data have a value, and that wait for a later instant, run from this one on. */
    void rouse(String lane, String name, String value, Instant notBefore);

    /** Opens an effect again, whatever became of it, with the same key. */
    void again(long id, Instant at);

    /** Marks effects as done. */
    void done(List<Long> ids, Instant at);

    /** Notes a failed try; the effect stays open and may run again from {@code notBefore} on. */
    void retry(long id, Instant notBefore, String cause, Instant at);

    /** When an open effect failed first; empty when it did not yet. */
    Optional<Instant> failingSince(long id);

    /** Notes that an effect gave up; it is not tried again by itself. */
    void giveUp(long id, String cause, Instant at);

    /** Opens an effect again that gave up, and lets one that waits run at once. */
    void reopen(long id, Instant at);

    /** Effects that gave up or failed before, oldest first. */
    List<EffectFailure> failures(int limit);

    /** Every lane that holds effects or is paused. */
    List<LaneStatus> lanes();

    /** The lanes that are paused and why, by name. */
    Map<String, String> paused();

    /** Lanes that hold open effects which may run now and are not paused. */
    List<String> dueLanes(Instant now);

    /** When the earliest open effect of each lane that holds some and is not paused may run, by the lane's name. */
    Map<String, Instant> nextDue();

    /** Pauses a lane with a reason, or lets it run with null. */
    void setPaused(String lane, String reason);

    /** Removes effects done before the instant, at most {@code limit}; returns how many. */
    int trim(Instant doneBefore, int limit);
}
