package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.core.fact.Part;
import org.openbeian.core.fact.Scope;

/** When a material is asked for and what it must be like. Immutable. */
final class MaterialRule {

    private static final String[] KEYS = {"type", "subject", "name", "when", "required", "size", "media", "conditions",
        "template", "source", "validFrom", "validTo", "types"};
    private static final List<String> MEDIA = List.of("image/jpeg", "image/png");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?(B|KB|MB)");
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KB", 1024L, "MB", 1024L * 1024);

    private final NeededMaterial material;
    private final Validity validity;
    private final Subject subject;
    private final Condition when;

    private MaterialRule(NeededMaterial material, Validity validity, Subject subject, Condition when) {
        this.material = material;
        this.validity = validity;
        this.subject = subject;
        this.when = when;
    }

    /** What a material proves. */
    private enum Subject {
        ORGANIZER(Scope.ORDER), PRINCIPAL(Scope.PRINCIPAL), SERVICE(Scope.SERVICE);

        private final Scope scope;

        Subject(Scope scope) {
            this.scope = scope;
        }
    }

    static MaterialRule read(YamlNode node, ConditionReader conditions, Sources sources, Origin origin,
            Set<FilingType> types) {
        Section section = Section.of(node, "a material", KEYS);
        Subject subject = switch (Section.oneOf(section.get("subject"), "subject",
                List.of("organizer", "principal", "service"))) {
            case "organizer" -> Subject.ORGANIZER;
            case "principal" -> Subject.PRINCIPAL;
            default -> Subject.SERVICE;
        };
        Condition when = section.find("when").map(n -> conditions.read(n, "when")).orElse(null);
        if (!subject.scope.sees(RuleReader.scope(section.node(), when, null, List.of()))) {
            throw new Mistake(section.get("when"), "names facts of other things than the subject");
        }
        List<LocalizedText> texts = new ArrayList<>();
        for (YamlNode item : section.items("conditions")) {
            Section text = Section.of(item, "a condition", "zh", "en");
            texts.add(new LocalizedText(text.text("zh"), text.text("en")));
        }
        Section size = Section.of(section.get("size"), "size", "min", "max");
        List<String> media = new ArrayList<>();
        section.items("media").forEach(item -> media.add(Section.oneOf(item, "media", MEDIA)));
        RuleSource source = sources.read(section, "source");
        NeededMaterial material = new NeededMaterial(RuleReader.id(section, "type"), null, section.localized("name"),
            List.copyOf(texts), bytes(size, "min"), bytes(size, "max"), media.isEmpty() ? MEDIA : List.copyOf(media),
            section.flag("required", true), source, origin.bundle(),
            section.find("template").isEmpty() ? null : RuleReader.id(section, "template"));
        return new MaterialRule(material, Validity.read(section, types), subject, when);
    }

    String type() {
        return material.type();
    }

    Validity validity() {
        return validity;
    }

    Scope scope() {
        return subject.scope;
    }

    /** When it is asked for; null for always. */
    Condition when() {
        return when;
    }

    /** The material as the file describes it, without a subject's pointer. */
    NeededMaterial described() {
        return material;
    }

    /** The material that a part needs, or null. */
    NeededMaterial needed(Part part) {
        if (when != null && when.test(part) != Truth.TRUE) {
            return null;
        }
        String pointer = subject == Subject.ORGANIZER ? "/organizer" : part.pointer();
        return new NeededMaterial(material.type(), pointer, material.name(), material.conditions(), material.minBytes(),
            material.maxBytes(), material.mediaTypes(), material.required(), material.source(), material.bundle(),
            material.template());
    }

    private static long bytes(Section size, String key) {
        Matcher matcher = SIZE.matcher(size.text(key));
        if (!matcher.matches()) {
            throw new Mistake(size.get(key), key + ": expected a size such as 55 KB or 4 MB");
        }
        return Long.parseLong(matcher.group(1)) * UNITS.get(matcher.group(2));
    }
}
