package org.openbeian.core.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeian.api.time.WorkingDays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Working days by the yearly holiday notices of the State Council (国务院办公厅). A year without a notice counts Monday to
 * Friday and says so in the log, once.
 */
@Component(service = WorkingDays.class)
public final class ChinaWorkingDays implements WorkingDays {

    private static final Logger LOG = LoggerFactory.getLogger(ChinaWorkingDays.class);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Set<String> years = new HashSet<>();
    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
    private final Set<Integer> saidUnknown = ConcurrentHashMap.newKeySet();

    /** With the calendar of this bundle. */
    @Activate
    public ChinaWorkingDays() {
        this(calendar());
    }

    ChinaWorkingDays(Properties calendar) {
        for (String key : calendar.stringPropertyNames()) {
            String year = key.substring(0, 4);
            boolean working = key.endsWith(".work");
            years.add(year);
            for (String range : calendar.getProperty(key).split(",")) {
                String[] ends = range.trim().split("\\.\\.");
                LocalDate last = LocalDate.parse(year + "-" + ends[ends.length - 1]);
                for (LocalDate day = LocalDate.parse(year + "-" + ends[0]); !day.isAfter(last); day = day.plusDays(1)) {
                    exceptions.put(day, working);
                }
            }
        }
    }

    @Override
    public Instant plus(Instant from, int days) {
        ZonedDateTime time = from.atZone(SHANGHAI);
        if (!isWorking(time.toLocalDate())) {
            time = time.toLocalDate().atStartOfDay(SHANGHAI);
            while (!isWorking(time.toLocalDate())) {
                time = time.plusDays(1);
            }
        }
        int left = days;
        while (left > 0) {
            time = time.plusDays(1);
            if (isWorking(time.toLocalDate())) {
                left--;
            }
        }
        return time.toInstant();
    }

    boolean isWorking(LocalDate day) {
        if (!years.contains(String.valueOf(day.getYear())) && saidUnknown.add(day.getYear())) {
            LOG.warn("No holiday calendar for {}: counting Monday to Friday as working days", day.getYear());
        }
        Boolean exception = exception(day);
        if (exception != null) {
            return exception;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether a day is worked against the rule of the week, or null when the week decides. */
    Boolean exception(LocalDate day) {
        return exceptions.get(day);
    }

    private static Properties calendar() {
        Properties calendar = new Properties();
        try (InputStream in = ChinaWorkingDays.class.getResourceAsStream("holidays-cn.properties")) {
            calendar.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the holiday calendar", e);
        }
        return calendar;
    }
}
