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

    /** The years of which all holidays and make-up days are known. Of others nothing whole is said. */
    Set<Integer> years();

    /**
     * The days on which it is worked ({@code true}) or not ({@code false}) against the rule of the week, which is Monday to Friday:
     * of those years all, of others what is certain before the year's notice, such as the days that the law itself names.
     */
    Map<LocalDate, Boolean> exceptions();
}
