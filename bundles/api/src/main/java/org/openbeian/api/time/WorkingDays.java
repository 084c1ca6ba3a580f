package org.openbeian.api.time;

import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.model.LocalizedText;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Working days (工作日) in Asia/Shanghai, with public holidays and make-up days of the years that the {@link WorkingCalendar} in
 * service knows. Of other years, and without any, Monday to Friday count but for the days that it is certain of all the same, and
 * {@link #reservation} says so. Thread-safe.
 */
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

    /**
     * Why a date that was counted in working days is not certain: the holidays of a year that it falls into or that was counted
     * through are not known.
     *
     * @param from from when it was counted, or any later time; a time after the end stands for the end
     * @param end the date that was counted
     * @return a sentence for people, or empty when all of these years are known
     */
    Optional<LocalizedText> reservation(Instant from, Instant end);
}
