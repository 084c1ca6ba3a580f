package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openbeian.api.authority.ResultCode;
import org.openbeian.api.authority.ResultCode.Outcome;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.report.Report.Answer;
import org.openbeian.api.report.Report.Mender;
import org.openbeian.core.json.ModelJson;

/**
 * What the result codes of the ministry's interface mean (SPEC30, tables of processing codes): who mends each, where,
 * and how. Immutable.
 */
public final class AuthorityCodes {

    private static final String PREFIX = "authority-data-";
    static final String REFUSED = "upload-refused-";
    private static final LocalizedText ASK = text("请向管局核实原因", "Ask the authority what is meant");
    private static final Map<String, Row> TABLE = read();

    /** Who mends an error. */
    enum By {
        APPLICANT, SPECIALIST, OPERATOR
    }

    /**
     * A row of the table.
     *
     * @param by who mends it, and is told
     * @param state what follows
     * @param place JSON pointer to what the applicant may repair, empty for all of the application
     * @param zh how, in Chinese
     * @param en how, in English
     */
    record Row(By by, Outcome state, String place, String zh, String en) {
    }

    private AuthorityCodes() {
    }

    private static Map<String, Row> read() {
        try (InputStream in = AuthorityCodes.class.getResourceAsStream("authority-codes.json")) {
            return Map.copyOf(ModelJson.mapper().readValue(in, new TypeReference<Map<String, Row>>() { }));
        } catch (IOException e) {
            throw new IllegalStateException("the authority's codes cannot be read", e);
        }
    }

    /** Every code of the ministry, by its number. */
    public static List<ResultCode> all() {
        return TABLE.entrySet().stream().map(entry -> new ResultCode(Integer.parseInt(entry.getKey()), entry.getValue().state(),
            Mender.valueOf(entry.getValue().by().name()), text(entry.getValue().zh(), entry.getValue().en())))
            .sorted(Comparator.comparing(ResultCode::code)).toList();
    }

    /** Every code of the table. */
    static Map<String, Row> table() {
        return TABLE;
    }

    /**
     * An error as a reason.
     *
     * @param error the authority's words, beginning with the code
     */
    static ReturnReason reason(String error) {
        String code = error.replaceFirst("(?s)\\D.*", "");
        Row row = TABLE.get(code);
        return new ReturnReason(PREFIX + code, row == null ? "" : row.place(), text(error, error),
            row == null ? ASK : text(row.zh(), row.en()));
    }

    /**
     * An error as the answer to a report.
     *
     * @param error the authority's words, beginning with the code
     */
    public static Answer answer(String error) {
        ReturnReason reason = reason(error);
        String code = reason.code().substring(PREFIX.length());
        Row row = TABLE.get(code);
        return new Answer(code, row == null ? Mender.OPERATOR : Mender.valueOf(row.by().name()), reason.text(), reason.mend());
    }

    /** A report that the authority, or our own check before the upload, refused with its file. */
    public static Answer refused(String code, String words) {
        return new Answer("upload-" + code, Mender.OPERATOR, text(words, words), text("请更正后重新提交报告", "Correct it and send a new report"));
    }

    /** A report that somebody took back. */
    public static Answer skipped(String words) {
        return new Answer("skipped", Mender.OPERATOR, text(words, words), text("如仍需报备，请重新提交", "Send a new one where it is still due"));
    }

    /** Whether a reason of an order is one that operators mend: codes that are theirs, or that nobody knows, and refused uploads. */
    static boolean isOperators(ReturnReason reason) {
        Row row = TABLE.get(reason.code().replace(PREFIX, ""));
        return reason.code().startsWith(REFUSED) || reason.code().startsWith(PREFIX) && (row == null || row.by() == By.OPERATOR);
    }

    /** Whether the applicant alone can mend all errors, so that nobody else need look at them first. */
    static boolean areApplicants(List<String> errors) {
        return !errors.isEmpty() && errors.stream().map(error -> TABLE.get(error.replaceFirst("(?s)\\D.*", "")))
            .allMatch(row -> row != null && row.by() == By.APPLICANT);
    }
}
