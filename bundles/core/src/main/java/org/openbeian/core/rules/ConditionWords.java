package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.FactType;
import org.openbeian.core.fact.FactKey;

/** Says conditions in words, without the parts that are decided for an applicant. */
final class ConditionWords {

    private static final Map<String, LocalizedText> OPERATORS = Map.ofEntries(
        word("equals", "为", "is"), word("in", "属于", "is one of"), word("contains-any", "含", "holds one of"),
        word("starts-with", "开头为", "begins with"), word("ends-with", "结尾为", "ends with"),
        word("matches", "符合", "fits"), word("at-least", "不少于", "is at least"), word("at-most", "不超过", "is at most"),
        word("size-at-least", "长度不少于", "has a size of at least"), word("size-at-most", "长度不超过", "has a size of at most"),
        word("within-days", "在此天数之内", "lies within days"), word("same-as", "等同于", "is the same as"),
        word("is", "格式为", "has the form"));

    private final Applicant applicant;

    ConditionWords(Applicant applicant) {
        this.applicant = applicant;
    }

    private static Map.Entry<String, LocalizedText> word(String operator, String zh, String en) {
        return Map.entry(operator, new LocalizedText(zh, en));
    }

    /** What is still open of a condition; null when nothing is. */
    LocalizedText open(Condition condition) {
        return applicant.test(condition) == Truth.UNDECIDED ? say(condition) : null;
    }

    private LocalizedText say(Condition condition) {
        if (condition instanceof Condition.All all) {
            return joined(all.parts(), "，且", " and ");
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.parts(), "，或", " or ");
        }
        if (condition instanceof Condition.Not not) {
            LocalizedText inner = say(not.part());
            return new LocalizedText("并非（" + inner.zh() + "）", "not (" + inner.en() + ")");
        }
        if (condition instanceof Condition.Distinct distinct) {
            return new LocalizedText("以下至少有 " + distinct.atLeast() + " 个不同：" + labels(distinct.of(), true),
                "at least " + distinct.atLeast() + " different of " + labels(distinct.of(), false));
        }
        return leaf((Condition.Leaf) condition);
    }

    private LocalizedText joined(List<Condition> parts, String zh, String en) {
        List<LocalizedText> texts = new ArrayList<>();
        parts.stream().filter(part -> applicant.test(part) == Truth.UNDECIDED).forEach(part -> texts.add(say(part)));
        if (texts.size() == 1) {
            return texts.get(0);
        }
        return new LocalizedText("（" + String.join(zh, texts.stream().map(LocalizedText::zh).toList()) + "）",
            "(" + String.join(en, texts.stream().map(LocalizedText::en).toList()) + ")");
    }

    private static LocalizedText leaf(Condition.Leaf leaf) {
        LocalizedText label = leaf.fact().fact().label();
        boolean yes = leaf.operand().equals("true");
        if (leaf.operator().equals("present")) {
            return new LocalizedText(label.zh() + (yes ? "已有" : "没有"), label.en() + (yes ? " is there" : " is not there"));
        }
        if (leaf.fact().type() == FactType.FLAG && leaf.operator().equals("equals")) {
            return new LocalizedText(label.zh() + (yes ? "：是" : "：否"), label.en() + (yes ? ": yes" : ": no"));
        }
        LocalizedText operator = OPERATORS.getOrDefault(leaf.operator(), new LocalizedText(leaf.operator(), leaf.operator()));
        LocalizedText operand = leaf.other() == null ? new LocalizedText(leaf.operand(), leaf.operand())
            : leaf.other().fact().label();
        return new LocalizedText(label.zh() + operator.zh() + " " + operand.zh(),
            label.en() + " " + operator.en() + " " + operand.en());
    }

    private static String labels(List<FactKey> facts, boolean chinese) {
        return String.join(chinese ? "、" : ", ", facts.stream().map(fact -> fact.fact().label())
            .map(label -> chinese ? label.zh() : label.en()).toList());
    }
}
