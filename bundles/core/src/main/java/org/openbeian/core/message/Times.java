package org.openbeian.core.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openbeian.api.order.CallWindow;

/** How times are told to people: by Chinese time, to the minute. */
public final class Times {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(SHANGHAI);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(SHANGHAI);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(SHANGHAI);

    private Times() {
    }

    /** Such as 2026-11-23 14:00. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** Such as 2026-11-23. */
    public static String day(Instant time) {
        return DAY.format(time);
    }

    /** Such as 2026-11-23 14:00–16:00. */
    public static String window(CallWindow window) {
        return TIME.format(window.from()) + "–" + HOUR.format(window.to());
    }

    /** Several windows in a row, separated by commas. */
    public static String windows(List<CallWindow> windows) {
        return windows.stream().map(Times::window).collect(Collectors.joining(", "));
    }
}
