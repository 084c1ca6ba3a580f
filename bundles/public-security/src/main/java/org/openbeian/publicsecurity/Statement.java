package org.openbeian.publicsecurity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.ConsentText;

/** What is consented to, unless the operator has his own: the security plan (T-88) and the passing of data by a data code. */
final class Statement {

    static final String ID = "security-plan";
    static final String VERSION = "2026-11";

    static final String PASSING_ID = "data-code";

    static final ConsentText OWN = load(ID, "statement");
    static final ConsentText PASSING = load(PASSING_ID, PASSING_ID);

    private Statement() {
    }

    private static ConsentText load(String id, String file) {
        String[] zh = read(file, "zh");
        String[] en = read(file, "en");
        return new ConsentText(id, VERSION, new LocalizedText(zh[0], en[0]), new LocalizedText(zh[1], en[1]));
    }

    private static String[] read(String file, String language) {
        String name = file + "-" + VERSION + "." + language + ".txt";
        try (InputStream in = Statement.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n\n", 2);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
