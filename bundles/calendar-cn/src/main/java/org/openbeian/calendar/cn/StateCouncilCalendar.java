package org.openbeian.calendar.cn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.openbeian.api.time.WorkingCalendar;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Working days by the yearly notices of the General Office of the State Council (国务院办公厅), and by what an operator enters of
 * newer ones. Serves on while its configuration changes, so that nothing is counted without it. Ranks below any other calendar that
 * says no ranking of its own.
 */
@Component(service = WorkingCalendar.class, configurationPid = "org.openbeian.calendar.cn", property = "service.ranking:Integer=-100")
@Designate(ocd = CalendarConfig.class)
public final class StateCouncilCalendar implements WorkingCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(StateCouncilCalendar.class);

    private static final String BY_LAW = ".law";
    private static final Map<Integer, Map<LocalDate, Boolean>> NOTICES = shipped(false);
    /** Of years whose notice is not known: the days that the regulation on public holidays itself names. */
    private static final Map<Integer, Map<LocalDate, Boolean>> LAW = shipped(true);

    private volatile Known known;

    /** Years with their days, together. */
    private record Known(Set<Integer> years, Map<LocalDate, Boolean> exceptions) {
    }

    /** With the years of this bundle and those that are configured. */
    @Activate
    public StateCouncilCalendar(CalendarConfig config) {
        configure(config);
    }

    @Modified
    void configure(CalendarConfig config) {
        Map<Integer, Map<LocalDate, Boolean>> years = new HashMap<>(NOTICES);
        try {
            years.putAll(Notices.read(List.of(config.years())));
        } catch (IllegalArgumentException e) {
            LOG.error("etc/org.openbeian.calendar.cn.cfg: years is refused, {}: {}", known == null ? "the years of the bundle serve alone"
                : "the years before it stay", e.getMessage());
            if (known != null) {
                return;
            }
        }
        Map<LocalDate, Boolean> days = new HashMap<>();
        LAW.entrySet().stream().filter(year -> !years.containsKey(year.getKey())).forEach(year -> days.putAll(year.getValue()));
        years.values().forEach(days::putAll);
        known = new Known(Set.copyOf(years.keySet()), Map.copyOf(days));
    }

    @Override
    public Set<Integer> years() {
        return known.years();
    }

    @Override
    public Map<LocalDate, Boolean> exceptions() {
        return known.exceptions();
    }

    private static Map<Integer, Map<LocalDate, Boolean>> shipped(boolean byLaw) {
        Properties lines = new Properties();
        try (InputStream in = StateCouncilCalendar.class.getResourceAsStream("holidays.properties")) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the holidays of this bundle", e);
        }
        return Notices.read(lines.stringPropertyNames().stream().filter(key -> key.endsWith(BY_LAW) == byLaw)
            .flatMap(key -> byLaw ? Stream.of(key.replace(BY_LAW, ".off=") + lines.getProperty(key), key.replace(BY_LAW, ".work="))
                : Stream.of(key + "=" + lines.getProperty(key))).toList());
    }
}
