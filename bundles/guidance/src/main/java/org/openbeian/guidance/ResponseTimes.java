package org.openbeian.guidance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openbeian.api.guidance.ResponseTime;
import org.openbeian.api.store.GuidanceStore.Response;

/** Measures first answers. */
final class ResponseTimes {

    private ResponseTimes() {
    }

    /** All together, then by topic; empty without any enquiry. */
    static List<ResponseTime> of(List<Response> responses, int promisedHours, Instant now) {
        List<ResponseTime> all = new ArrayList<>();
        if (!responses.isEmpty()) {
            all.add(measure(null, responses, promisedHours, now));
        }
        Map<String, List<Response>> byTopic = responses.stream().filter(one -> one.topic() != null)
            .collect(Collectors.groupingBy(Response::topic, TreeMap::new, Collectors.toList()));
        byTopic.forEach((topic, some) -> all.add(measure(topic, some, promisedHours, now)));
        return all;
    }

    private static ResponseTime measure(String topic, List<Response> some, int promisedHours, Instant now) {
        List<Long> seconds = some.stream().filter(one -> one.answeredAt() != null)
            .map(one -> Duration.between(one.askedAt(), one.answeredAt()).toSeconds()).sorted().toList();
        Duration promise = Duration.ofHours(promisedHours);
        long late = promisedHours == 0 ? 0 : some.stream().filter(one -> isLate(one, promise, now)).count();
        return new ResponseTime(topic, promisedHours, some.size(), some.stream().filter(one -> !one.over()).count(), late,
            quantile(seconds, 0.5), quantile(seconds, 0.9), quantile(seconds, 1));
    }

    private static boolean isLate(Response one, Duration promise, Instant now) {
        Instant end = one.answeredAt() != null ? one.answeredAt() : one.over() ? one.askedAt() : now;
        return end.isAfter(one.askedAt().plus(promise));
    }

    /** The least time that at least this share took no longer than; null without any. */
    private static Long quantile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? null : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
