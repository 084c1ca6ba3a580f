package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.api.rules.RuleTrials.Replay;
import org.openbeian.api.security.Actor;

/** Runs a rule file over orders. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "rules-replay",
        description = "Judges open and granted orders by a candidate and lists every verdict that changes; touches none")
public class RulesReplayCommand extends ReadCommand<Replay> {

    private static final int BAR = 40;
    private static final int MILLIS = 200;

    @Reference(optional = true)
    RuleTrials trials;

    @Argument(index = 0, name = "candidate", required = true,
            description = "A file on the server's machine, an installed bundle as name/version, or the id of a replay")
    @Completion(RuleBundleCompleter.class)
    String candidate;

    @Option(name = "--background", description = "Start it and return at once; ask with its id later")
    boolean background;

    @Option(name = "--cancel", description = "End the replay of this id")
    boolean cancel;

    @Override
    Replay read(Actor actor) throws CommandException {
        RuleTrials all = need(trials, "RuleTrials");
        Replay replay = all.find(candidate).orElse(null);
        if (cancel && replay == null) {
            throw new CommandException("There is no replay '" + candidate + "'.");
        }
        if (cancel) {
            all.cancel(candidate);
            return all.find(candidate).orElse(replay);
        }
        if (replay == null) {
            replay = all.replay(RuleFileArgument.read(all, candidate));
        }
        return background ? replay : follow(all, replay);
    }

    private Replay follow(RuleTrials all, Replay started) {
        Replay replay = started;
        try {
            while (!replay.isOver()) {
                bar(replay);
                Thread.sleep(MILLIS);
                replay = all.find(started.id()).orElse(replay);
            }
            bar(replay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!json) {
            out.println();
        }
        return replay;
    }

    private void bar(Replay replay) {
        if (!json) {
            int full = replay.total() == 0 ? 0 : (int) (BAR * replay.judged() / replay.total());
            out.print("\r[" + "#".repeat(full) + " ".repeat(BAR - full) + "] " + replay.judged() + " of " + replay.total()
                    + ", " + replay.changed() + " changed ");
            out.flush();
        }
    }

    @Override
    void print(Replay answer) {
        out.println("Replay " + answer.id() + " is " + answer.state() + ": version " + answer.candidate() + " against "
                + (answer.inForce() == null ? "nothing" : answer.inForce()) + " for " + answer.provinceId() + ", "
                + answer.judged() + " of " + answer.total() + " orders judged, " + answer.changed() + " verdicts change."
                + (answer.problem() == null ? "" : " " + answer.problem()));
        if (answer.changes().isEmpty()) {
            return;
        }
        Table table = new Table("Order", "State", "Blocked", "Findings that go", "Findings that come");
        answer.changes().forEach(change -> table.row(change.orderId(), change.state(),
                (change.blockedBefore() ? "yes" : "no") + " -> " + (change.blockedAfter() ? "yes" : "no"),
                String.join("; ", change.gone()), String.join("; ", change.come())));
        table.print(out, "");
    }
}
