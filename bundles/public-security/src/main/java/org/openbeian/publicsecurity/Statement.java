package org.openbeian.publicsecurity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.ConsentText;

/** The security plan that is consented to (T-88), unless the operator has his own. */
final class Statement {

    static final String ID = "security-plan";
    static final String VERSION = "2026-11";

    static final ConsentText OWN = load();

    private Statement() {
    }

    private static ConsentText load() {
        String[] zh = read("zh");
        String[] en = read("en");
        return new ConsentText(ID, VERSION, new LocalizedText(zh[0], en[0]), new LocalizedText(zh[1], en[1]));
    }

    private static String[] read(String language) {
        String name = "statement-" + VERSION + "." + language + ".txt";
        try (InputStream in = Statement.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n\n", 2);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
