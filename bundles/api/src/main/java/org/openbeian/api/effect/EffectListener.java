package org.openbeian.api.effect;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** Told after the commit of how effects and files ended; for metrics only. Must return fast and must not throw. */
@ConsumerType
public interface EffectListener {

    /**
     * A try ended.
     *
     * @param lane lane of the effect
     * @param outcome {@code done}, {@code retry}, {@code gave-up} or {@code dropped}
     * @param lag from the cause to now, by the server's clock
     */
    void tried(String lane, String outcome, Duration lag);

    /**
     * A file was exchanged with an authority.
     *
     * @param authorityId the authority
     * @param outcome such as {@code accepted}, {@code doubtful}, {@code applied} or {@code damaged}
     */
    void exchanged(String authorityId, String outcome);
}
