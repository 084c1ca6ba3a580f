package org.openbeian.contract.kit;

import java.util.ArrayList;
import java.util.List;

/** Takes manifest headers apart. */
final class ImportClauses {

    private ImportClauses() {
    }

    /** The clauses of a header: split at commas that are not quoted. */
    static List<String> of(String header) {
        List<String> clauses = new ArrayList<>();
        if (header == null) {
            return clauses;
        }
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < header.length(); i++) {
            quoted ^= header.charAt(i) == '"';
            if (header.charAt(i) == ',' && !quoted) {
                clauses.add(header.substring(from, i).strip());
                from = i + 1;
            }
        }
        clauses.add(header.substring(from).strip());
        return clauses;
    }

    /** The package of a clause. */
    static String packageOf(String clause) {
        return clause.indexOf(';') < 0 ? clause : clause.substring(0, clause.indexOf(';')).strip();
    }
}
