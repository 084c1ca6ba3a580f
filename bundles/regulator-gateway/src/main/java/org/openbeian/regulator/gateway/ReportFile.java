package org.openbeian.regulator.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.authority.ReportUpload;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.regulator.gateway.payload.DownloadReader;
import org.openbeian.regulator.gateway.payload.ReportCheck;
import org.openbeian.regulator.gateway.payload.ReportWriter;
import org.openbeian.regulator.gateway.payload.Schemas;
import org.openbeian.regulator.gateway.payload.UploadDocument;

/** Makes the upload file of reports, so that one that cannot be sent takes none beside it along. Stateless. */
final class ReportFile {

    private ReportFile() {
    }

    /**
     * Builds a file.
     *
     * @param ispId our id at the authority
     * @return the file, or for the number of each report that cannot be expressed the reasons
     */
    static PreparedUpload prepare(long ispId, List<ReportUpload> reports, ValidCodes codes) {
        Map<Long, List<String>> problems = new LinkedHashMap<>();
        reports.forEach(report -> {
            List<String> faults = ReportCheck.check(report.kind(), report.content(), codes).stream()
                .map(fault -> fault.pointer() + " " + fault.text().en()).toList();
            if (!faults.isEmpty()) {
                problems.put(report.number(), faults);
            }
        });
        if (!problems.isEmpty()) {
            return new PreparedUpload(null, null, problems);
        }
        UploadDocument document = write(ispId, reports);
        RegulatorGateway.note(document, reports.stream().map(ReportUpload::number).toList(), problems);
        if (problems.isEmpty() && !schemaErrors(document).isEmpty()) {
            reports.forEach(report -> {
                List<String> errors = schemaErrors(write(ispId, List.of(report)));
                if (!errors.isEmpty()) {
                    problems.put(report.number(), errors);
                }
            });
            if (problems.isEmpty()) {
                throw new IllegalStateException("the schema refuses these reports in one file, though none of them alone");
            }
        }
        return problems.isEmpty() ? RegulatorGateway.file(document) : new PreparedUpload(null, null, problems);
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
