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

/** Checks a rule file. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "rules-check", description = "Checks a rule file and runs its examples; puts nothing in force")
public class RulesCheckCommand extends ReadCommand<RuleTrials.Report> {

    @Reference(optional = true)
    RuleTrials trials;

    @Argument(index = 0, name = "file", required = true,
            description = "A file on the server's machine, or an installed bundle as name/version")
    @Completion(RuleBundleCompleter.class)
    String file;

    @Override
    RuleTrials.Report read(Actor actor) throws CommandException {
        return need(trials, "RuleTrials").check(RuleFileArgument.read(trials, file));
    }

    @Override
    void print(RuleTrials.Report answer) {
        answer.problems().forEach(problem -> out.println(
                file + ":" + problem.line() + ":" + problem.column() + ": " + problem.message()));
        out.println(answer.problems().isEmpty()
                ? "Good: province " + answer.provinceId() + ", version " + answer.version() + ", " + answer.rules()
                    + " rules, " + answer.examples() + " examples."
                : "Refused: " + answer.problems().size() + " mistakes.");
    }
}
