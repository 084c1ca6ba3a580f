package org.openbeian.core.rules;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.core.fact.Part;

/**
 * What the rules said about a case. Which rule said what is noted while judging; the explanations are made when they are
 * asked for, which for most cases is never. Not changed after judging; then thread-safe as far as reading the parts again is.
 */
final class Outcomes extends AbstractList<RuleOutcome> implements RandomAccess {

    private static final int START = 64;

    private Rule[] rules = new Rule[START];
    private Part[] parts = new Part[START];
    private boolean[] passed = new boolean[START];
    private int count;
    private List<RuleOutcome> others = List.of();

    void add(Rule rule, Part part, boolean isPassed) {
        if (count == rules.length) {
            rules = Arrays.copyOf(rules, 2 * count);
            parts = Arrays.copyOf(parts, 2 * count);
            passed = Arrays.copyOf(passed, 2 * count);
        }
        rules[count] = rule;
        parts[count] = part;
        passed[count++] = isPassed;
    }

    void add(List<RuleOutcome> more) {
        others = more;
    }

    @Override
    public RuleOutcome get(int index) {
        return index < count ? rules[index].outcome(parts[index], passed[index]) : others.get(index - count);
    }

    @Override
    public int size() {
        return count + others.size();
    }
}
