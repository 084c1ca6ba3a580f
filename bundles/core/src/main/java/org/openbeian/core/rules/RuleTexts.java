package org.openbeian.core.rules;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleTrials;

/** The rule files that are installed, and what would be in force with another one. Thread-safe. */
public interface RuleTexts {

    /** The file of an installed bundle, serving or not. */
    Optional<String> installed(String bundle, String bundleVersion);

    /** Version of the rules of a province that are in force. */
    Optional<String> versionInForce(String provinceId);

    /** What a good file changes against the one in force. */
    List<RuleTrials.Change> changes(RuleFile candidate, String text);

    /** The rule book in force, and the one with a good file in place of that of its province; both without Java plugins. */
    Trial trial(RuleFile candidate) throws RuleFileException;

    /**
     * Two rule books.
     *
     * @param now as in force
     * @param then with the candidate
     */
    record Trial(RuleBook now, RuleBook then) {
    }
}
