package org.openbeian.core.rules;

/** Ends the reading of one piece of a rule file. */
public final class Mistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RuleFileProblem problem;

    /** At a place. */
    public Mistake(YamlNode at, String message) {
        super(message, null, false, false);
        problem = new RuleFileProblem(at.line(), at.column(), message);
    }

    /** Where it is and what. */
    public RuleFileProblem problem() {
        return problem;
    }
}
