package org.openbeian.regulator.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.authority.ReportUpload;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.regulator.gateway.payload.DownloadReader;
import org.openbeian.regulator.gateway.payload.ReportCheck;
import org.openbeian.regulator.gateway.payload.ReportWriter;
import org.openbeian.regulator.gateway.payload.Schemas;
import org.openbeian.regulator.gateway.payload.UploadDocument;
import org.openbeian.regulator.gateway.wire.FileCodec;

/**
 * Makes the upload file of reports, so that one that cannot be sent takes none beside it along. Where the account says so
 * ({@code report.file.names}) the entry of the ZIP is called after the first report in it, because of a file against the schema (5001)
 * an authority tells nothing but a file name. No source tells whether an authority takes another entry than {@code beianinfo.xml}, nor
 * whether the name that it tells is the entry's; so the account must say it. Stateless.
 */
final class ReportFile {
    private static final Pattern NAME = Pattern.compile("beianinfo([1-9][0-9]{0,17})\\.xml");

    private ReportFile() {
    }

    /** Number of the first report in the file that a text names; 0 when it names none of reports. */
    static long firstIn(String text) {
        Matcher matcher = NAME.matcher(text == null ? "" : text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /**
     * Builds a file.
     *
     * @param ispId our id at the authority
     * @param ownName whether the entry is called after the first report rather than as every upload is
     * @return the file, or for the number of each report that cannot be expressed the reasons
     */
    static PreparedUpload prepare(long ispId, boolean ownName, List<ReportUpload> reports, ValidCodes codes) {
        Map<Long, List<String>> problems = new LinkedHashMap<>();
        reports.forEach(report -> {
            List<String> faults = tried(() -> ReportCheck.check(report.kind(), report.content(), codes).stream()
                .map(fault -> fault.pointer() + " " + fault.text().en()).toList());
            if (!faults.isEmpty()) {
                problems.put(report.number(), faults);
            }
        });
        if (!problems.isEmpty()) {
            return new PreparedUpload(null, null, problems);
        }
        try {
            return checked(ispId, ownName, reports);
        } catch (RuntimeException e) {
            reports.forEach(report -> {
                List<String> alone = tried(() -> checked(ispId, ownName, List.of(report)).problems()
                    .getOrDefault(report.number(), List.of()));
                if (!alone.isEmpty()) {
                    problems.put(report.number(), alone);
                }
            });
            if (problems.isEmpty()) {
                throw e;
            }
            return new PreparedUpload(null, null, problems);
        }
    }

    /** What is wrong with a report; that the gateway fails at it counts as a fault of it, told without a message that may quote it. */
    private static List<String> tried(Supplier<List<String>> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            return List.of("the gateway fails at it: " + e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    private static PreparedUpload checked(long ispId, boolean ownName, List<ReportUpload> reports) {
        UploadDocument document = write(ispId, reports);
        Map<Long, List<String>> problems = new LinkedHashMap<>();
        RegulatorGateway.note(document, reports.stream().map(ReportUpload::number).toList(), problems);
        if (!problems.isEmpty()) {
            return new PreparedUpload(null, null, problems);
        }
        PreparedUpload file;
        try {
            file = RegulatorGateway.file(document, ownName ? "beianinfo" + reports.get(0).number() + ".xml" : FileCodec.UPLOAD_ENTRY,
                Map.of());
        } catch (IllegalArgumentException e) {
            if (reports.size() > 1) {
                throw e;
            }
            return new PreparedUpload(null, null, Map.of(reports.get(0).number(), List.of("is too large for one file; send smaller or fewer"
                + " pictures")));
        }
        List<String> errors = schemaErrors(document);
        if (errors.isEmpty()) {
            return file;
        }
        if (reports.size() > 1) {
            throw new IllegalStateException("the schema refuses these reports in one file: " + errors);
        }
        return new PreparedUpload(null, null, Map.of(reports.get(0).number(), errors));
    }

    private static UploadDocument write(long ispId, List<ReportUpload> reports) {
        return ReportWriter.write(ispId, reports,
            (picture, most) -> Pictures.jpeg(picture, isJpeg(picture) ? "image/jpeg" : "image/*", most));
    }

    private static boolean isJpeg(byte[] picture) {
        return picture.length > 2 && (picture[0] & 0xFF) == 0xFF && (picture[1] & 0xFF) == 0xD8;
    }

    /** By which rules the schema refuses a document; not with what, for that may be personal data. */
    private static List<String> schemaErrors(UploadDocument document) {
        return Schemas.uploadErrors(DownloadReader.decode(document.bytes())).stream()
            .map(error -> "does not follow the ministry's schema (" + error.replaceFirst("(?s):.*", "") + ")").distinct().toList();
    }
}
