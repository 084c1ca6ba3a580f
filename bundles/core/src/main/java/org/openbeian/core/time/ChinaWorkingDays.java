package org.openbeian.core.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.time.WorkingCalendar;
import org.openbeian.api.time.WorkingDays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts working days in Shanghai by the calendar in service; a year that it does not know is named in the log, once. */
@Component(service = WorkingDays.class)
public final class ChinaWorkingDays implements WorkingDays {

    private static final Logger LOG = LoggerFactory.getLogger(ChinaWorkingDays.class);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Days NONE = new Days(Set.of(), Map.of());

    private final Set<Integer> saidUnknown = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile WorkingCalendar calendar;

    /** With the calendars that come and go as services. */
    @Activate
    public ChinaWorkingDays() {
        this(null);
    }

    /** With a calendar until a service takes its place; null is none. */
    public ChinaWorkingDays(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** What a calendar said, for one reckoning: it may be replaced before the next. */
    private record Days(Set<Integer> years, Map<LocalDate, Boolean> exceptions) {

        boolean working(LocalDate day) {
            Boolean exception = exceptions.get(day);
            return exception != null ? exception
                : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }

        /** Whether it names single days of a year whose notice it does not know. */
        boolean isCertainOf(int year) {
            return exceptions.keySet().stream().anyMatch(day -> day.getYear() == year);
        }
    }

    @Override
    public Instant plus(Instant from, int days) {
        Days known = known();
        ZonedDateTime time = from.atZone(SHANGHAI);
        if (!known.working(time.toLocalDate())) {
            time = time.toLocalDate().atStartOfDay(SHANGHAI);
            while (!known.working(time.toLocalDate())) {
                time = time.plusDays(1);
            }
        }
        int left = days;
        while (left > 0) {
            time = time.plusDays(1);
            if (known.working(time.toLocalDate())) {
                left--;
            }
        }
        unknown(known, from, time.toInstant()).stream().filter(saidUnknown::add)
            .forEach(year -> LOG.warn("No holiday calendar for {}: counting Monday to Friday as working days{}", year,
                known.isCertainOf(year) ? " less the festivals that are certain" : ""));
        return time.toInstant();
    }

    @Override
    public Optional<LocalizedText> reservation(Instant from, Instant end) {
        Days known = known();
        List<Integer> unknown = unknown(known, from, end);
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        List<String> years = unknown.stream().map(String::valueOf).toList();
        List<String> certain = unknown.stream().filter(known::isCertainOf).map(String::valueOf).toList();
        return Optional.of(new LocalizedText("本系统尚无" + String.join("、", years) + "年的放假安排，按周一至周五"
            + (certain.isEmpty() ? "" : "并扣除" + String.join("、", certain) + "年已确定的法定节日") + "推算，日期可能变动",
            "The public holidays of " + String.join(" and ", years) + " are not known here: counted Monday to Friday"
                + (certain.isEmpty() ? "" : " less the festivals of " + String.join(" and ", certain) + " that are certain")
                + ", the date may change"));
    }

    private static List<Integer> unknown(Days known, Instant from, Instant end) {
        int last = end.atZone(SHANGHAI).getYear();
        return IntStream.rangeClosed(Math.min(last, from.atZone(SHANGHAI).getYear()), last).boxed()
            .filter(year -> !known.years().contains(year)).toList();
    }

    /** A faulty calendar is nobody's reason to lose an order. */
    private Days known() {
        WorkingCalendar serving = calendar;
        try {
            return serving == null ? NONE
                : new Days(Objects.requireNonNull(serving.years()), Objects.requireNonNull(serving.exceptions()));
        } catch (RuntimeException e) {
            LOG.error("The working-day calendar {} fails and counts as unknown: {}", serving.getClass().getName(), e.toString());
            return NONE;
        }
    }
}
