package org.openbeian.api.effect;

import java.util.List;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** The operator's handle on lanes and effects; every change needs a reason and is logged. Thread-safe. */
@ProviderType
public interface Lanes {

    /** All lanes that hold effects or are paused, by name. */
    List<LaneStatus> lanes();

    /** Effects that gave up or wait for another try, oldest first. */
    List<EffectFailure> failures(int limit);

    /** Stops a lane from carrying out effects. */
    void pause(Actor actor, String lane, String reason);

    /** Lets a paused lane go on. */
    void resume(Actor actor, String lane);

    /** Tries an effect again at once. */
    void retry(Actor actor, long effectId, String reason);

    /** Gives an effect up for good, as if it were done. */
    void skip(Actor actor, long effectId, String reason);

    /** Result files of authorities that could not be applied and were not dismissed, oldest first. */
    List<OpenResult> openResults();

    /** Settles such a file, whose content was found out in another way; it no longer keeps orders from being sent again. */
    void dismissResult(Actor actor, String authorityId, String fileName, String reason);
}
