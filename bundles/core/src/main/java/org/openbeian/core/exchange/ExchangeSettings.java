package org.openbeian.core.exchange;

import java.time.Duration;
import org.openbeian.core.config.ConfigGuard;
import org.openbeian.core.effect.Backoff;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The configuration of the exchange that is in force. Thread-safe. */
@Component(service = ExchangeSettings.class, configurationPid = ExchangeSettings.PID)
@Designate(ocd = ExchangeConfig.class)
public final class ExchangeSettings {

    static final String PID = "org.openbeian.core.exchange";

    private final ConfigGuard<ExchangeConfig> guard =
        new ConfigGuard<>(ExchangeConfig.class, PID, LoggerFactory.getLogger(ExchangeSettings.class))
            .number("filings.per.file", 1, 1000)
            .number("pictures.per.file.kilobytes", 100, 30_000)
            .number("first.pause.seconds", 1, 3600)
            .number("longest.pause.seconds", 1, 86_400)
            .number("shortest.poll.seconds", 1, 86_400)
            .number("longest.poll.seconds", 1, 604_800)
            .number("idle.poll.minutes", 1, 10_080);

    /** The defaults. */
    ExchangeSettings() {
    }

    /** With the configuration given; what of it is refused has its default. */
    @Activate
    public ExchangeSettings(ExchangeConfig given) {
        guard.update(given);
    }

    @Modified
    void modified(ExchangeConfig given) {
        guard.update(given);
    }

    int filings() {
        return guard.get().filings_per_file();
    }

    long bytes() {
        return guard.get().pictures_per_file_kilobytes() * 1000L;
    }

    Backoff backoff() {
        return Backoff.seconds(guard.get().first_pause_seconds(), guard.get().longest_pause_seconds());
    }

    Duration idlePoll() {
        return Duration.ofMinutes(guard.get().idle_poll_minutes());
    }

    Duration shortestPoll() {
        return Duration.ofSeconds(guard.get().shortest_poll_seconds());
    }

    /** A tenth of the time since the last news, but neither shorter nor longer than configured. */
    Duration poll(Duration sinceNews) {
        Duration tenth = sinceNews.dividedBy(10);
        Duration longest = Duration.ofSeconds(guard.get().longest_poll_seconds());
        Duration capped = tenth.compareTo(longest) > 0 ? longest : tenth;
        return capped.compareTo(shortestPoll()) < 0 ? shortestPoll() : capped;
    }
}
