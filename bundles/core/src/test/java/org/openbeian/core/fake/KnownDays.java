package org.openbeian.core.fake;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.openbeian.api.time.WorkingCalendar;

/** A calendar that says what it is given. */
public record KnownDays(Set<Integer> years, Map<LocalDate, Boolean> exceptions) implements WorkingCalendar {
}
