package org.openbeian.core.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.store.EffectStore;

/** A whole outbox in memory. */
public final class MemoryLanes implements EffectStore, MemoryTransactions.Undoable {

    private final MemoryTransactions transactions;
    private Map<Long, Row> rows = new LinkedHashMap<>();
    private Map<String, String> paused = new TreeMap<>();
    private long lastId;
    private int reads;
    private int postponements;

    private enum State { OPEN, DONE, GAVE_UP }

    private record Row(Effect effect, State state, String cause, Instant at, Instant since) {

        Row(Effect effect, State state, String cause, Instant at) {
            this(effect, state, cause, at, null);
        }
    }

    /** Joins the transactions. */
    public MemoryLanes(MemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public Runnable checkpoint() {
        Map<Long, Row> oldRows = new LinkedHashMap<>(rows);
        Map<String, String> oldPaused = new TreeMap<>(paused);
        return () -> {
            rows = oldRows;
            paused = oldPaused;
        };
    }

    /** Puts one effect in, outside of any transaction. */
    public long put(String lane, String kind, String orderId, Instant at) {
        long id = ++lastId;
        rows.put(id, new Row(new Effect(id, lane, kind, orderId, orderId + ":" + id, Map.of(), 0, at, at), State.OPEN, null, at));
        return id;
    }

    @Override
    public void add(List<Effect> effects) {
        transactions.check();
        for (Effect effect : effects) {
            if (withKey(effect.key()).isEmpty()) {
                long id = ++lastId;
                rows.put(id, new Row(new Effect(id, effect.lane(), effect.kind(), effect.orderId(), effect.key(), effect.data(), 0,
                    effect.notBefore(), effect.createdAt()), State.OPEN, null, effect.createdAt()));
            }
        }
    }

    @Override
    public Optional<Effect> withKey(String key) {
        return rows.values().stream().map(Row::effect).filter(effect -> effect.key().equals(key)).findFirst();
    }

    @Override
    public void postpone(long id, Instant notBefore) {
        transactions.check();
        postponements++;
        rows.computeIfPresent(id, (key, row) -> new Row(moved(row.effect, row.effect.attempts(), notBefore), row.state, row.cause, row.at,
            row.since));
    }

    @Override
    public void again(long id, Instant at) {
        rows.computeIfPresent(id, (key, row) -> new Row(moved(row.effect, 0, at), State.OPEN, null, at));
    }

    @Override
    public boolean lock(String lane) {
        transactions.check();
        return !paused.containsKey(lane);
    }

    @Override
    public List<Effect> head(String lane, Instant now, int limit) {
        transactions.check();
        reads++;
        return rows.values().stream().filter(row -> row.state == State.OPEN).map(Row::effect)
            .filter(effect -> effect.lane().equals(lane) && !effect.notBefore().isAfter(now)).limit(limit).toList();
    }

    @Override
    public List<Effect> open(String lane, long afterId, int limit) {
        transactions.check();
        reads++;
        return rows.values().stream().filter(row -> row.state == State.OPEN).map(Row::effect)
            .filter(effect -> effect.lane().equals(lane) && effect.id() > afterId).limit(limit).toList();
    }

    /** How often lanes were read. */
    public int reads() {
        return reads;
    }

    @Override
    public void postpone(String lane, String name, String value, Instant notBefore) {
        transactions.check();
        postponements++;
        rows.replaceAll((id, row) -> row.effect.lane().equals(lane) && value.equals(row.effect.data().get(name))
            && row.state == State.OPEN && row.effect.notBefore().isBefore(notBefore)
            ? new Row(moved(row.effect, row.effect.attempts(), notBefore), row.state, row.cause, row.at, row.since) : row);
    }

    @Override
    public void rouse(String lane, String name, String value, Instant notBefore) {
        transactions.check();
        rows.replaceAll((id, row) -> row.effect.lane().equals(lane) && value.equals(row.effect.data().get(name))
            && row.state == State.OPEN && row.effect.notBefore().isAfter(notBefore)
            ? new Row(moved(row.effect, row.effect.attempts(), notBefore), row.state, row.cause, row.at, row.since) : row);
    }

    /** How often effects were put off. */
    public int postponements() {
        return postponements;
    }

    @Override
    public Optional<Effect> find(long id) {
        return Optional.ofNullable(rows.get(id)).filter(row -> row.state != State.DONE).map(Row::effect);
    }

    @Override
    public void done(List<Long> ids, Instant at) {
        transactions.check();
        ids.forEach(id -> rows.computeIfPresent(id, (key, row) -> new Row(row.effect, State.DONE, null, at)));
    }

    @Override
    public void retry(long id, Instant notBefore, String cause, Instant at) {
        transactions.check();
        rows.computeIfPresent(id, (key, row) -> new Row(moved(row.effect, row.effect.attempts() + 1, notBefore), State.OPEN, cause, at,
            row.since == null ? at : row.since));
    }

    @Override
    public Optional<Instant> failingSince(long id) {
        return Optional.ofNullable(rows.get(id)).filter(row -> row.state == State.OPEN).map(Row::since);
    }

    @Override
    public void giveUp(long id, String cause, Instant at) {
        transactions.check();
        rows.computeIfPresent(id, (key, row) -> new Row(row.effect, State.GAVE_UP, cause, at));
    }

    @Override
    public void reopen(long id, Instant at) {
        rows.computeIfPresent(id, (key, row) -> new Row(moved(row.effect, 0, at), State.OPEN, row.cause, at));
    }

    private static Effect moved(Effect effect, int attempts, Instant notBefore) {
        return new Effect(effect.id(), effect.lane(), effect.kind(), effect.orderId(), effect.key(), effect.data(), attempts,
            notBefore, effect.createdAt());
    }

    @Override
    public List<EffectFailure> failures(int limit) {
        return rows.values().stream().filter(row -> row.state != State.DONE && row.cause != null)
            .map(row -> new EffectFailure(row.effect, row.state == State.GAVE_UP, row.cause, row.at)).limit(limit).toList();
    }

    @Override
    public List<LaneStatus> lanes() {
        TreeSet<String> names = new TreeSet<>(paused.keySet());
        rows.values().stream().filter(row -> row.state != State.DONE).forEach(row -> names.add(row.effect.lane()));
        List<LaneStatus> lanes = new ArrayList<>();
        for (String name : names) {
            List<Row> own = rows.values().stream().filter(row -> row.effect.lane().equals(name)).toList();
            lanes.add(new LaneStatus(name, paused.get(name), count(own, State.OPEN), count(own, State.GAVE_UP),
                own.stream().filter(row -> row.state == State.OPEN).map(row -> row.effect.createdAt()).findFirst().orElse(null)));
        }
        return lanes;
    }

    private static long count(List<Row> rows, State state) {
        return rows.stream().filter(row -> row.state == state).count();
    }

    /** Why a lane is paused, or null. */
    public String paused(String lane) {
        return paused.get(lane);
    }

    /** How many effects are open. */
    public long open() {
        return count(List.copyOf(rows.values()), State.OPEN);
    }

    /** The effect with its present attempts and time. */
    public Effect effect(long id) {
        return Objects.requireNonNull(rows.get(id)).effect;
    }

    @Override
    public List<String> dueLanes(Instant now) {
        return rows.values().stream().filter(row -> row.state == State.OPEN && !row.effect.notBefore().isAfter(now))
            .map(row -> row.effect.lane()).distinct().filter(lane -> !paused.containsKey(lane)).toList();
    }

    @Override
    public Map<String, Instant> nextDue() {
        return rows.values().stream().filter(row -> row.state == State.OPEN && !paused.containsKey(row.effect.lane()))
            .collect(Collectors.toMap(row -> row.effect.lane(), row -> row.effect.notBefore(), (a, b) -> a.isBefore(b) ? a : b));
    }

    @Override
    public Map<String, String> paused() {
        return Map.copyOf(paused);
    }

    @Override
    public void setPaused(String lane, String reason) {
        transactions.check();
        if (reason == null) {
            paused.remove(lane);
        } else {
            paused.put(lane, reason);
        }
    }

    @Override
    public int trim(Instant doneBefore, int limit) {
        throw new UnsupportedOperationException();
    }
}
