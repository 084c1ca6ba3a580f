package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.FactType;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fact.ExtraFields;
import org.openbeian.core.fact.FactKey;

/** Compiles the fields and limits of a file; what they demand becomes rules whose texts are made here. */
final class FieldReader {

    private static final String[] FIELD_KEYS = {"fact", "extra", "label", "type", "words", "hint", "maxSize", "required",
        "when", "source", "validFrom", "validTo", "types"};
    private static final String[] LIMIT_KEYS = {"id", "fact", "min", "max", "when", "severity", "hard", "mend", "replaces",
        "source", "validFrom", "validTo", "types"};

    private final Names names;
    private final Sources sources;
    private final Origin origin;
    private final Set<FilingType> types;
    private final ConditionReader conditions;

    FieldReader(Names names, Sources sources, Origin origin, Set<FilingType> types) {
        this.names = names;
        this.sources = sources;
        this.origin = origin;
        this.types = types;
        this.conditions = new ConditionReader(names);
    }

    /** Reads a field and declares it, if it is an extra one. */
    FieldRule field(YamlNode node) {
        Section section = Section.of(node, "a field", FIELD_KEYS);
        List<FieldRule.Word> words = words(section);
        FactKey fact = fact(section, words);
        Condition when = section.find("when").map(n -> conditions.read(n, "when")).orElse(null);
        Integer maxSize = section.find("maxSize").map(n -> (int) Section.numberOf(n, "maxSize")).orElse(null);
        RuleReader.scope(section.node(), when, null, List.of(fact));
        return new FieldRule(fact, section.flag("required", true), words,
            section.find("hint").isEmpty() ? null : section.localized("hint"), maxSize, Validity.read(section, types), when,
            sources.read(section, "source"), origin);
    }

    /** The rules that a field makes: that it is there, that an extra one has its form. */
    List<Rule> rules(FieldRule field, YamlNode at) {
        List<Rule> rules = new ArrayList<>();
        LocalizedText label = field.fact().fact().label();
        if (field.required()) {
            rules.add(rule(field, at, new Made("required." + field.fact().name(), "未填写" + label.zh(),
                "Missing: " + label.en(), "请填写" + label.zh(), "Enter: " + label.en()),
                Operators.present(field.fact(), true), Rule.Kind.FIELD));
        }
        if (field.isExtra() && (field.fact().type() != FactType.TEXT || field.maxSize() != null)) {
            Condition form = Operators.leaf(ExtraFields.raw(field.fact()), "is", field.fact().type(),
                value -> ExtraFields.fits(field.fact(), (String) value, field.maxSize()));
            rules.add(rule(field, at, new Made("invalid." + field.fact().name(), label.zh() + "填写有误",
                "Wrong: " + label.en(), "请修改" + label.zh(), "Mend: " + label.en()), form, Rule.Kind.FORM));
        }
        return rules;
    }

    private record Made(String id, String zh, String en, String mendZh, String mendEn) {
    }

    private Rule rule(FieldRule field, YamlNode at, Made made, Condition require, Rule.Kind kind) {
        Rule.RuleText text = new Rule.RuleText(made.id(), Severity.BLOCK, false, TextTemplate.fixed(made.zh(), made.en()),
            TextTemplate.fixed(made.mendZh(), made.mendEn()), field.source(), Set.of(), origin);
        return new Rule(text, field.validity(), RuleReader.scope(at, field.when(), require, List.of(field.fact())),
            field.when(), require, field.fact(), kind);
    }

    /** Compiles a limit: a number, the characters of a text or the items of a list. */
    Rule limit(YamlNode node) {
        Section section = Section.of(node, "a limit", LIMIT_KEYS);
        FactKey fact = names.fact(section.get("fact"), section.text("fact"));
        if (fact.type() != FactType.NUMBER && fact.type() != FactType.TEXT && fact.type() != FactType.TEXTS) {
            throw new Mistake(section.get("fact"), fact.name() + " is " + fact.type() + "; expected a number, text or list");
        }
        Condition require = bounds(section, fact);
        Condition when = section.find("when").map(n -> conditions.read(n, "when")).orElse(null);
        LocalizedText label = fact.fact().label();
        TextTemplate text = TextTemplate.fixed(label.zh() + said(section, "不得少于 ", "不得超过 ", "，"),
            label.en() + ": " + said(section, "at least ", "at most ", ", "));
        TextTemplate mend = section.find("mend").isPresent() ? TextTemplate.read(section, "mend", names)
            : TextTemplate.fixed("请调整后重新提交，或联系备案专员", "Change it and submit again, or ask a specialist");
        Rule.RuleText words = new Rule.RuleText(RuleReader.id(section, "id"),
            section.word("severity", Severity.class, Severity.BLOCK), section.flag("hard", false), text, mend,
            sources.read(section, "source"), Set.copyOf(section.texts("replaces")), origin);
        return new Rule(words, Validity.read(section, types), RuleReader.scope(node, when, require, mend.facts()), when,
            require, fact, Rule.Kind.LIMIT);
    }

    private static Condition bounds(Section section, FactKey fact) {
        List<Condition> parts = new ArrayList<>();
        section.find("min").ifPresent(n -> parts.add(Operators.limit(fact, Section.numberOf(n, "min"), 1)));
        section.find("max").ifPresent(n -> parts.add(Operators.limit(fact, Section.numberOf(n, "max"), -1)));
        if (parts.isEmpty()) {
            throw new Mistake(section.node(), "a limit lacks \"min\" or \"max\"");
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts));
    }

    private static String said(Section section, String least, String most, String and) {
        List<String> bounds = new ArrayList<>();
        section.find("min").ifPresent(n -> bounds.add(least + Section.textOf(n, "min")));
        section.find("max").ifPresent(n -> bounds.add(most + Section.textOf(n, "max")));
        return String.join(and, bounds);
    }

    private FactKey fact(Section section, List<FieldRule.Word> words) {
        if (section.find("extra").isEmpty()) {
            for (String key : List.of("label", "type")) {
                section.find(key).ifPresent(node -> {
                    throw new Mistake(node, key + " belongs to extra fields; the catalogue has that of a fact");
                });
            }
            FactKey fact = names.fact(section.get("fact"), section.text("fact"));
            if (!words.isEmpty() && fact.type() != FactType.TEXTS) {
                throw new Mistake(section.get("words"), "words name the codes of a list; " + fact.name() + " is " + fact.type());
            }
            return fact;
        }
        FactType type = section.word("type", FactType.class, FactType.TEXT);
        if (type == FactType.TEXTS) {
            throw new Mistake(section.get("type"), "expected one of TEXT, CODE, NUMBER, FLAG, DATE");
        }
        if (type == FactType.CODE == words.isEmpty()) {
            throw new Mistake(section.node(), "expected words with type CODE, and only there");
        }
        FactKey field = ExtraFields.of(RuleReader.id(section, "extra"), type, section.localized("label"),
            words.stream().map(FieldRule.Word::id).toList());
        names.addExtra(field);
        return field;
    }

    private static List<FieldRule.Word> words(Section section) {
        List<FieldRule.Word> words = new ArrayList<>();
        for (YamlNode item : section.items("words")) {
            Section word = Section.of(item, "a word", "id", "zh", "en");
            words.add(new FieldRule.Word(word.text("id"), new LocalizedText(word.text("zh"), word.text("en"))));
        }
        return List.copyOf(words);
    }
}
