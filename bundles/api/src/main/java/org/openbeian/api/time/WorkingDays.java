package org.openbeian.api.time;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Working days (工作日) in Asia/Shanghai, with public holidays and make-up days of the years that are known. */
@ProviderType
public interface WorkingDays {

    /**
     * The instant some working days later, at the same time of day.
     *
     * @param from start
     * @param days how many working days, at least 0
     * @return the end; a start outside a working day counts from the next one's beginning
     */
    Instant plus(Instant from, int days);
}
