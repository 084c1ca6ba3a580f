package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.core.json.ModelJson;

/**
 * What the data errors of the ministry's interface mean for an order (SPEC30, tables of processing codes): who mends each, where,
 * and how. Immutable.
 */
final class AuthorityCodes {

    private static final LocalizedText ASK = text("请向管局核实原因", "Ask the authority what is meant");
    private static final Map<String, Row> TABLE = read();

    /** Who mends an error. */
    enum By {
        APPLICANT, SPECIALIST, OPERATOR
    }

    /**
     * A row of the table.
     *
     * @param by who mends it
     * @param place JSON pointer to what the applicant may repair, empty for all of the application
     * @param zh how, in Chinese
     * @param en how, in English
     */
    record Row(By by, String place, String zh, String en) {
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
        return new ReturnReason("authority-data-" + code, row == null ? "" : row.place(), text(error, error),
            row == null ? ASK : text(row.zh(), row.en()));
    }

    /** Whether the applicant alone can mend all errors, so that nobody else need look at them first. */
    static boolean areApplicants(List<String> errors) {
        return !errors.isEmpty() && errors.stream().map(error -> TABLE.get(error.replaceFirst("(?s)\\D.*", "")))
            .allMatch(row -> row != null && row.by() == By.APPLICANT);
    }
}
