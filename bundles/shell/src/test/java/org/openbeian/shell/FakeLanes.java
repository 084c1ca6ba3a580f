package org.openbeian.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.security.Actor;

/** A running lane with an effect that gave up, and a paused one with an effect that will be tried again. */
final class FakeLanes implements Lanes {

    final List<String> commands = new ArrayList<>();

    @Override
    public List<LaneStatus> lanes() {
        return List.of(new LaneStatus("authority:440000", "maintenance", 3, 0, FakeOrders.NOW),
                new LaneStatus("channel:email", null, 0, 1, null));
    }

    @Override
    public List<EffectFailure> failures(int limit) {
        return List.of(failure(4, "channel:email", true), failure(5, "authority:440000", false));
    }

    private static EffectFailure failure(long id, String lane, boolean gaveUp) {
        Effect effect = new Effect(id, lane, "message", FakeOrders.ID, "key" + id, Map.of(), 6, FakeOrders.NOW, FakeOrders.NOW);
        return new EffectFailure(effect, gaveUp, "mailbox is full", FakeOrders.NOW);
    }

    @Override
    public void pause(Actor actor, String lane, String reason) {
        commands.add("pause " + lane + " " + reason + " by " + actor.account());
    }

    @Override
    public void resume(Actor actor, String lane) {
        commands.add("resume " + lane + " by " + actor.account());
    }

    @Override
    public void retry(Actor actor, long effectId, String reason) {
        commands.add("retry " + effectId + " " + reason + " by " + actor.account());
    }

    @Override
    public void skip(Actor actor, long effectId, String reason) {
        commands.add("skip " + effectId + " " + reason + " by " + actor.account());
    }

    @Override
    public List<OpenResult> openResults() {
        return List.of(new OpenResult("440000", "7.xml", "it cannot be read", FakeOrders.NOW));
    }

    @Override
    public void dismissResult(Actor actor, String authorityId, String fileName, String reason) {
        commands.add("dismiss " + authorityId + " " + fileName + " " + reason + " by " + actor.account());
    }
}
