package org.openbeian.regulator.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.regulator.gateway.payload.DownloadItem;

/** Turns statements of a result file into ours. Stateless. */
final class ResultMapper {
    /** Codes that report no error, or one whose reason comes in a statement of its own. */
    private static final Set<Long> NO_ERROR = Set.of(1001L, 1002L, 1060L, 1062L);
    private static final long NEW_FILING = 1;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int DATE_LENGTH = 10;

    private ResultMapper() {
    }

    /**
     * Translates one statement.
     *
     * @param now stands in for a date that cannot be read
     */
    static AuthorityResult map(DownloadItem item, Instant now) {
        if (item instanceof DownloadItem.Processed processed) {
            return processed(processed);
        }
        if (item instanceof DownloadItem.Decided decided) {
            return decided(decided);
        }
        if (item instanceof DownloadItem.Published published) {
            return published(published, now);
        }
        return new AuthorityResult.NotHandled(((DownloadItem.NotHandled) item).part());
    }

    private static AuthorityResult processed(DownloadItem.Processed processed) {
        List<String> errors = processed.outcomes().stream().filter(outcome -> !NO_ERROR.contains(outcome.code()))
            .map(outcome -> outcome.code() + (outcome.text() == null ? "" : " " + outcome.text())).toList();
        boolean ours = isNewFiling(processed.operation()) && processed.subject() != null && processed.subject().matches("\\d{1,18}");
        if (errors.isEmpty() || !ours) {
            return new AuthorityResult.NotHandled("ICP/BAJG/Jg_xx Czlx=" + processed.operation() + " "
                + processed.outcomes().stream().map(outcome -> Long.toString(outcome.code())).toList());
        }
        return new AuthorityResult.DataErrors(Long.parseLong(processed.subject()), errors);
    }

    private static AuthorityResult decided(DownloadItem.Decided decided) {
        if (!isNewFiling(decided.operation()) || decided.recordId() == null) {
            return new AuthorityResult.NotHandled("ICP/BAJG/GJSHS/Gjsh Czlx=" + decided.operation());
        }
        return new AuthorityResult.Reviewed(decided.recordId(), decided.passed(), decided.opinion());
    }

    private static boolean isNewFiling(Long operation) {
        return operation == null || operation == NEW_FILING;
    }

    private static AuthorityResult published(DownloadItem.Published published, Instant now) {
        if (published.subjectId() == null || published.number() == null) {
            return new AuthorityResult.NotHandled("ICP/BASJ/Baxx without " + (published.number() == null ? "Baxh" : "IspZtid"));
        }
        List<PublishedRecord.PublishedService> services = new ArrayList<>();
        for (DownloadItem.PublishedSite site : published.sites()) {
            int index = site.siteId() == null ? services.size() : (int) (site.siteId() - published.subjectId() * 100 - 1);
            services.add(new PublishedRecord.PublishedService(index, site.number(), site.recordId(), site.accessIds()));
        }
        return new AuthorityResult.Published(published.subjectId(),
            new PublishedRecord(published.number(), published.recordId(), services, instant(published.reviewedAt(), now)));
    }

    /** Printed dates have 10 to 22 characters; the first 10 are the day. */
    static Instant instant(String printed, Instant otherwise) {
        if (printed == null || printed.length() < DATE_LENGTH) {
            return otherwise;
        }
        try {
            String text = printed.replace('T', ' ');
            LocalDateTime time = text.length() >= 19 ? LocalDateTime.parse(text.substring(0, 19), DATE_TIME)
                : LocalDate.parse(text.substring(0, DATE_LENGTH)).atStartOfDay();
            return time.atZone(SHANGHAI).toInstant();
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
