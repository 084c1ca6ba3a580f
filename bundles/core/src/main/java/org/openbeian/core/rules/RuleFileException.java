package org.openbeian.core.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Says why a rule file is refused. */
public final class RuleFileException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient List<RuleFileProblem> problems;

    RuleFileException(List<RuleFileProblem> problems) {
        super(problems.stream().limit(SHOWN).map(RuleFileProblem::toString).collect(Collectors.joining("; "))
            + (problems.size() > SHOWN ? "; and " + (problems.size() - SHOWN) + " more" : ""));
        this.problems = List.copyOf(problems);
    }

    /** All mistakes in order of the file; at least one. */
    public List<RuleFileProblem> problems() {
        return problems;
    }
}
