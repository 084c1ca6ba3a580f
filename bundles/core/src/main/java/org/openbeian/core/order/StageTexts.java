package org.openbeian.core.order;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.openbeian.api.order.StageText;
import org.openbeian.core.json.ModelJson;

/** Why the stages of a filing are there (W-04), in the server's own words. */
final class StageTexts {

    private static final List<StageText> OWN = load();

    private StageTexts() {
    }

    /** All stages in their order, each in the words given for it, or else in the server's own. */
    static List<StageText> with(List<StageText> given) {
        return OWN.stream().map(own -> given.stream().filter(one -> one.stage().equals(own.stage())).findFirst().orElse(own)).toList();
    }

    private static List<StageText> load() {
        try (InputStream in = StageTexts.class.getResourceAsStream("stage-texts.json")) {
            return List.of(ModelJson.mapper().readValue(in, StageText[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
