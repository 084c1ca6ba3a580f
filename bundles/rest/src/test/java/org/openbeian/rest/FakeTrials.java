package org.openbeian.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.plugin.Plugins;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.api.security.Actor;

/** Rule files and plugins that are as told. */
final class FakeTrials implements RuleTrials, Plugins {

    final List<String> calls = new ArrayList<>();

    @Override
    public Report check(String text) {
        return text.equals("bad") ? new Report(null, null, 0, 0, List.of(new Problem(1, 1, "expected a set of keys")))
                : new Report("440000", "1.1.0", 1, 2, List.of());
    }

    @Override
    public Optional<String> installed(String bundle, String bundleVersion) {
        return bundle.equals("other") ? Optional.of("installed") : Optional.empty();
    }

    @Override
    public Diff diff(String candidate) {
        if (candidate.equals("bad")) {
            throw new Refusal(Refusal.Kind.INVALID, "rule-file-refused", "the rule file has mistakes");
        }
        return new Diff("440000", "1.0.0", candidate,
                List.of(new Change("rules", "age", "changed", List.of(new Part("require", "18", "16")))));
    }

    @Override
    public Replay replay(String candidate) {
        calls.add("replay " + candidate);
        return at("waiting");
    }

    @Override
    public Optional<Replay> find(String id) {
        return id.equals("replay-1") ? Optional.of(at("done")) : Optional.empty();
    }

    @Override
    public List<Replay> replays() {
        return List.of(at("done"));
    }

    @Override
    public void cancel(String id) {
        calls.add("cancel " + id);
    }

    @Override
    public List<PluginStatus> plugins() {
        return List.of(PluginStatus.of("check", "greedy", "b", "1.0.0", PluginStatus.State.QUARANTINED, "memory"));
    }

    @Override
    public void release(Actor actor, String bundle, String version) {
        calls.add("release " + bundle + " " + version + " by " + actor.account());
    }

    private static Replay at(String state) {
        return new Replay("replay-1", "440000", "1.0.0", "1.1.0", state, 1, 2, Instant.EPOCH,
                List.of(new VerdictChange("order-1", OrderState.PRE_REVIEW, false, true, List.of(), List.of("BLOCK age /organizer"))),
                1, null);
    }
}
