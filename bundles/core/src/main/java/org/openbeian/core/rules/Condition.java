package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.openbeian.core.fact.FactKey;
import org.openbeian.core.fact.Values;
import org.openbeian.core.identifier.Phones;

/** A tree of tests on facts, compiled. Immutable and thread-safe. */
sealed interface Condition {

    Truth test(Values values);

    /** The branch that decided, for an explanation. */
    String decidedBy(Values values);

    /** Names every fact it asks for, in the order of the file. */
    void facts(Consumer<FactKey> to);

    /**
     * One test on one fact.
     *
     * @param operator name of the operator, such as {@code at-least}
     * @param operand what it is held against, shown
     * @param other a second fact that the test looks at, or null
     */
    record Leaf(FactKey fact, String operator, String operand, FactKey other, Test test) implements Condition {

        /** Tests a value, which is null when the fact is absent. */
        interface Test {
            Truth of(Object value, Values values);
        }

        @Override
        public Truth test(Values values) {
            return test.of(values.value(fact), values);
        }

        @Override
        public String decidedBy(Values values) {
            return fact + " " + operator + " " + operand;
        }

        @Override
        public void facts(Consumer<FactKey> to) {
            to.accept(fact);
            if (other != null) {
                to.accept(other);
            }
        }
    }

    /** Among these facts there must be so many different values. */
    record Distinct(List<FactKey> of, int atLeast) implements Condition {

        @Override
        public Truth test(Values values) {
            Set<Object> different = new HashSet<>();
            int absent = 0;
            for (FactKey fact : of) {
                Object value = values.value(fact);
                if (value == null) {
                    absent++;
                } else {
                    different.add(value instanceof String text ? Phones.mobileDigits(text) : value);
                }
            }
            return different.size() >= atLeast ? Truth.TRUE
                : different.size() + absent >= atLeast ? Truth.UNDECIDED : Truth.FALSE;
        }

        @Override
        public String decidedBy(Values values) {
            return "at least " + atLeast + " different of " + of;
        }

        @Override
        public void facts(Consumer<FactKey> to) {
            of.forEach(to);
        }
    }

    /** All must hold. */
    record All(List<Condition> parts) implements Condition {

        @Override
        public Truth test(Values values) {
            return Junction.test(parts, values, Truth.FALSE, Truth.TRUE);
        }

        @Override
        public String decidedBy(Values values) {
            return Junction.decidedBy(parts, values, Truth.FALSE);
        }

        @Override
        public void facts(Consumer<FactKey> to) {
            parts.forEach(part -> part.facts(to));
        }
    }

    /** One must hold. */
    record Any(List<Condition> parts) implements Condition {

        @Override
        public Truth test(Values values) {
            return Junction.test(parts, values, Truth.TRUE, Truth.FALSE);
        }

        @Override
        public String decidedBy(Values values) {
            return Junction.decidedBy(parts, values, Truth.TRUE);
        }

        @Override
        public void facts(Consumer<FactKey> to) {
            parts.forEach(part -> part.facts(to));
        }
    }

    /** Must not hold. */
    record Not(Condition part) implements Condition {

        @Override
        public Truth test(Values values) {
            return switch (part.test(values)) {
                case TRUE -> Truth.FALSE;
                case FALSE -> Truth.TRUE;
                case UNDECIDED -> Truth.UNDECIDED;
            };
        }

        @Override
        public String decidedBy(Values values) {
            return "not (" + part.decidedBy(values) + ")";
        }

        @Override
        public void facts(Consumer<FactKey> to) {
            part.facts(to);
        }
    }

    /** What {@link All} and {@link Any} share: one part that says {@code decisive} decides, otherwise all do. */
    final class Junction {

        private Junction() {
        }

        static Truth test(List<Condition> parts, Values values, Truth decisive, Truth otherwise) {
            Truth result = otherwise;
            for (int i = 0; i < parts.size(); i++) {
                Truth truth = parts.get(i).test(values);
                if (truth == decisive) {
                    return decisive;
                }
                result = truth == Truth.UNDECIDED ? Truth.UNDECIDED : result;
            }
            return result;
        }

        static String decidedBy(List<Condition> parts, Values values, Truth decisive) {
            List<String> texts = new ArrayList<>(parts.size());
            for (Condition part : parts) {
                if (part.test(values) == decisive) {
                    return part.decidedBy(values);
                }
                texts.add(part.decidedBy(values));
            }
            return String.join(" and ", texts);
        }
    }
}
