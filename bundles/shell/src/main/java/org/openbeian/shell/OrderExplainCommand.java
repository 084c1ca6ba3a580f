package org.openbeian.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Explanation;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.Verdict;
import org.openbeian.api.security.Actor;

/** Explains why an order was judged as it was. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-explain",
        description = "Explains the verdicts of an order: findings, and with --all every rule that was applied")
public class OrderExplainCommand extends OrderReadCommand<Explanation> {

    @Option(name = "--all", description = "Show the rules that passed, too")
    boolean all;

    @Override
    Explanation read(Actor actor) throws CommandException {
        return need(orders, "Orders").explain(actor, id);
    }

    @Override
    void print(Explanation answer) {
        if (answer.verdicts().isEmpty()) {
            out.println("Order " + id + " was not judged yet: rules run on its submission.");
        }
        answer.verdicts().forEach(this::print);
        answer.clearances().forEach(clearance -> out.println("[" + clearance.severity() + "] " + Show.clearance(clearance)));
    }

    private void print(Verdict verdict) {
        out.println(Show.time(verdict.at()) + " by " + verdict.ruleBook() + ": "
                + (verdict.isBlocked() ? "blocked" : "not blocked") + ", " + verdict.outcomes().size() + " rules applied");
        verdict.findings().forEach(finding -> out.println("  " + Show.finding(finding)));
        if (all) {
            Table table = new Table("Rule", "Result", "At", "Decided by", "Bundle", "Source", "Inputs");
            verdict.outcomes().forEach(outcome -> table.row(outcome.ruleId(), outcome.passed() ? "passed" : "failed",
                    outcome.pointer(), outcome.decidedBy(), outcome.bundle() + " " + Show.or(outcome.bundleVersion()),
                    Show.source(outcome.source()), inputs(outcome)));
            table.print(out, "No rules applied");
        }
    }

    private static String inputs(RuleOutcome outcome) {
        JsonNode masked = Json.tree(outcome).path("inputs");
        return masked.properties().stream().map(input -> input.getKey() + "=" + input.getValue().asText())
                .sorted().collect(Collectors.joining(", "));
    }
}
