package org.openbeian.regulator.gateway;

import java.time.Duration;
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
import org.openbeian.api.register.RecordReference;
import org.openbeian.regulator.gateway.payload.Cancellation;
import org.openbeian.regulator.gateway.payload.DownloadItem;

/** Turns statements of a result file into ours. Stateless. */
final class ResultMapper {
    /** Codes that report no error, or one whose reason comes in a statement of its own. */
    private static final Set<Long> NO_ERROR = Set.of(1001L, 1002L, 1060L, 1062L);
    private static final int FIRST = 1;
    private static final int NEW_SITE = 2;
    private static final int NEW_ACCESS = 3;
    private static final int CANCEL_ACCESS = 5;
    private static final int CANCEL_SITE = 7;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final int DATE_LENGTH = 10;
    /** What the clock of an authority may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private ResultMapper() {
    }

    /**
     * Translates one statement.
     *
     * @param now stands in for a date that cannot be read
     * @param ispId our id at the authority
     * @param written when the file was written
     */
    static AuthorityResult map(DownloadItem item, Instant now, long ispId, Instant written) {
        if (item instanceof DownloadItem.Processed processed) {
            return processed(processed);
        }
        if (item instanceof DownloadItem.Decided decided) {
            return decided(decided);
        }
        if (item instanceof DownloadItem.Published published) {
            return published(published, now, ispId);
        }
        if (item instanceof DownloadItem.Cancelled cancelled) {
            return cancelled(cancelled);
        }
        if (item instanceof DownloadItem.Told told) {
            return NoticeMapper.map(told, ispId);
        }
        if (item instanceof DownloadItem.AddressAnswer answer) {
            return ReportAnswers.of(answer);
        }
        if (item instanceof DownloadItem.Codes codes) {
            return new AuthorityResult.CodesPublished(codes.table(), codes.rows());
        }
        if (item instanceof DownloadItem.Synchronized synced) {
            AuthorityResult result = published(synced.record(), now, ispId);
            return result instanceof AuthorityResult.Published published ? new AuthorityResult.Synchronized(published.filing(), written)
                : result;
        }
        return new AuthorityResult.NotHandled(((DownloadItem.NotHandled) item).part());
    }

    private static AuthorityResult processed(DownloadItem.Processed processed) {
        if (ReportAnswers.isOne(processed)) {
            return ReportAnswers.of(processed);
        }
        List<String> errors = processed.outcomes().stream().filter(outcome -> !NO_ERROR.contains(outcome.code()))
            .map(outcome -> outcome.code() + (outcome.text() == null ? "" : " " + outcome.text())).toList();
        Named named = Named.of(processed.operation(), processed.subject());
        if (errors.isEmpty() || named == null) {
            return new AuthorityResult.NotHandled("ICP/BAJG/Jg_xx Czlx=" + processed.operation() + " "
                + processed.outcomes().stream().map(outcome -> Long.toString(outcome.code())).toList()
                + ReportAnswers.unknownFile(processed));
        }
        return new AuthorityResult.DataErrors(named.submissionNo(), errors, named.about());
    }

    private static AuthorityResult decided(DownloadItem.Decided decided) {
        Named named = Named.of(decided.operation(), decided.recordId() == null ? null : decided.recordId().toString());
        if (named == null) {
            return new AuthorityResult.NotHandled("ICP/BAJG/GJSHS/Gjsh Czlx=" + decided.operation());
        }
        return new AuthorityResult.Reviewed(named.submissionNo(), decided.passed(), decided.opinion(), named.about());
    }

    /**
     * What a result names, by its operation ({@code Czlx}): new things by our id of them, from which the submission follows,
     * filed ones by number or by the authority's id.
     */
    private record Named(long submissionNo, RecordReference about) {

        static Named of(Long operation, String name) {
            if (name == null) {
                return null;
            }
            boolean number = !name.matches("\\d{1,18}");
            int kind = operation == null ? FIRST : operation.intValue();
            if (kind == FIRST) {
                return number ? null : new Named(Long.parseLong(name), null);
            }
            long id = number ? 0 : Long.parseLong(name);
            if (!number && kind == NEW_SITE) {
                return new Named(id / FilingMapper.STEP, null);
            }
            if (!number && kind == NEW_ACCESS) {
                return new Named(id / FilingMapper.STEP / FilingMapper.STEP, null);
            }
            RecordReference.Kind of = kind == CANCEL_ACCESS ? RecordReference.Kind.ACCESS
                : kind == CANCEL_SITE || kind == NEW_ACCESS ? RecordReference.Kind.SERVICE : RecordReference.Kind.ORGANIZER;
            return kind < FIRST || kind > CANCEL_SITE ? null : new Named(0, new RecordReference(of, id, number ? name : null));
        }
    }

    private static AuthorityResult cancelled(DownloadItem.Cancelled cancelled) {
        if (cancelled.category() < Cancellation.SUBJECT || cancelled.category() > Cancellation.ACCESS) {
            return new AuthorityResult.NotHandled("ICP/ZXSJ/Zxxx Zxlb=" + cancelled.category());
        }
        RecordReference.Kind kind = cancelled.category() == Cancellation.SUBJECT ? RecordReference.Kind.ORGANIZER
            : cancelled.category() == Cancellation.SITE ? RecordReference.Kind.SERVICE : RecordReference.Kind.ACCESS;
        return new AuthorityResult.Cancelled(new RecordReference(kind, cancelled.recordId(), null));
    }

    private static AuthorityResult published(DownloadItem.Published published, Instant now, long ispId) {
        if (published.number() == null) {
            return new AuthorityResult.NotHandled("ICP/BASJ/Baxx without Baxh");
        }
        List<PublishedRecord.PublishedService> services = new ArrayList<>();
        for (DownloadItem.PublishedSite site : published.sites()) {
            Long siteId = site.siteId();
            services.add(new PublishedRecord.PublishedService(siteId == null ? 0 : siteId / FilingMapper.STEP,
                siteId == null ? -1 : (int) (siteId % FilingMapper.STEP) - 1, site.number(), site.recordId(), site.name(),
                site.domains(), site.accesses().stream().map(access -> access(access, ispId)).toList(), changed(site.changedAt(), now)));
        }
        return new AuthorityResult.Published(published.subjectId() == null ? 0 : published.subjectId(),
            new PublishedRecord(published.number(), published.recordId(), published.name(), services,
                instant(published.reviewedAt(), now), changed(published.changedAt(), now)));
    }

    private static PublishedRecord.PublishedAccess access(DownloadItem.PublishedAccess access, long ispId) {
        boolean here = access.provider() == null || access.provider() == ispId;
        return new PublishedRecord.PublishedAccess(access.recordId(), here,
            here && access.accessId() != null ? access.accessId() / FilingMapper.STEP / FilingMapper.STEP : 0);
    }

    /** When a file was written, for names begin with it as in {@code 20160325145800_zj_3058.xml}; now for any other name. */
    static Instant written(String fileName, Instant now) {
        if (!fileName.matches("\\d{14}(?!\\d).*")) {
            return now;
        }
        try {
            return LocalDateTime.parse(fileName.substring(0, 14), IN_NAMES).atZone(SHANGHAI).toInstant();
        } catch (DateTimeParseException e) {
            return now;
        }
    }

    /** Null when it cannot be read, or lies so far ahead that it must be wrong: all that comes till then would count as older. */
    private static Instant changed(String printed, Instant now) {
        Instant at = instant(printed, null);
        return at == null || at.isAfter(now.plus(AHEAD)) ? null : at;
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
