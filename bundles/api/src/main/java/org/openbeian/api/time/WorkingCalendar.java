package org.openbeian.api.time;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A calendar of public holidays and make-up working days (调休), as a bundle brings it. The one of the highest service ranking
 * serves; it may come, go and be replaced while the server runs, and counts for what is reckoned from then on. Both methods are
 * asked for each reckoning, on any thread: they answer at once, from memory, with collections that do not change. A calendar that
 * throws or answers null counts as one that knows no year.
 */
@ConsumerType
public interface WorkingCalendar {

    /** The years of which all holidays and make-up days are known. Of others nothing is said, not even that they have none. */
    Set<Integer> years();

    /**
     * The days of those years on which it is worked ({@code true}) or not ({@code false}) against the rule of the week, which is
     * Monday to Friday.
     */
    Map<LocalDate, Boolean> exceptions();
}
