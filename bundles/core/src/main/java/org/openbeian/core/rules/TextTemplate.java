package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.core.fact.FactKey;
import org.openbeian.core.fact.Values;

/** A text for people that may show values of facts which are not personal data: {@code {domain.suffix}}. */
final class TextTemplate {

    private final LocalizedText fixed;
    private final List<Object> zh;
    private final List<Object> en;
    private final List<FactKey> facts = new ArrayList<>();

    private TextTemplate(YamlNode at, LocalizedText text, Names names) {
        zh = split(at, text.zh(), names);
        en = split(at, text.en(), names);
        fixed = facts.isEmpty() ? text : null;
    }

    private TextTemplate(LocalizedText text) {
        zh = List.of();
        en = List.of();
        fixed = text;
    }

    static TextTemplate fixed(String zh, String en) {
        return new TextTemplate(new LocalizedText(zh, en));
    }

    static TextTemplate read(Section section, String key, Names names) {
        return new TextTemplate(section.get(key), section.localized(key), names);
    }

    List<FactKey> facts() {
        return facts;
    }

    LocalizedText fill(Values values) {
        return fixed != null ? fixed : new LocalizedText(fill(zh, values), fill(en, values));
    }

    private static String fill(List<Object> parts, Values values) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof FactKey fact) {
                Object value = values.value(fact);
                text.append(value == null ? "—" : FactValues.show(value));
            } else {
                text.append(part);
            }
        }
        return text.toString();
    }

    private List<Object> split(YamlNode at, String text, Names names) {
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new Mistake(at, "a { without its }");
            }
            FactKey fact = names.fact(at, text.substring(open + 1, close));
            if (fact.fact().personal()) {
                throw new Mistake(at, fact.name() + " is personal data and must not be shown in a text");
            }
            parts.add(text.substring(from, open));
            parts.add(fact);
            facts.add(fact);
            from = close + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
