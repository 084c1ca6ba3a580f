package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.api.security.Actor;

/** Shows what a rule file changes. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "rules-diff",
        description = "Shows rule by rule what a candidate changes against the rules in force")
public class RulesDiffCommand extends ReadCommand<RuleTrials.Diff> {

    @Reference(optional = true)
    RuleTrials trials;

    @Argument(index = 0, name = "candidate", required = true,
            description = "A file on the server's machine, or an installed bundle as name/version")
    @Completion(RuleBundleCompleter.class)
    String candidate;

    @Override
    RuleTrials.Diff read(Actor actor) throws CommandException {
        return need(trials, "RuleTrials").diff(RuleFileArgument.read(trials, candidate));
    }

    @Override
    void print(RuleTrials.Diff answer) {
        out.println("Province " + answer.provinceId() + ": version " + answer.candidate() + " against "
                + (answer.inForce() == null ? "nothing in force" : answer.inForce() + " in force"));
        if (answer.changes().isEmpty()) {
            out.println("No difference.");
        }
        for (RuleTrials.Change change : answer.changes()) {
            out.println(change.how() + " " + change.section() + " " + change.id());
            change.parts().forEach(part -> {
                if (part.before() != null) {
                    out.println("  - " + part.name() + ": " + part.before());
                }
                if (part.after() != null) {
                    out.println("  + " + part.name() + ": " + part.after());
                }
            });
        }
    }
}
