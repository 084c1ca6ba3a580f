package org.openbeian.itests.faulty;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.openbeian.api.time.WorkingCalendar;

/** A calendar that knows no year. */
public class BlankCalendar implements WorkingCalendar {

    @Override
    public Set<Integer> years() {
        return Set.of();
    }

    @Override
    public Map<LocalDate, Boolean> exceptions() {
        return Map.of();
    }
}
