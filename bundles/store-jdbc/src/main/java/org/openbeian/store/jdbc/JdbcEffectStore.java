package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.store.EffectStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The outbox. A lane is held by the lock on its own row, so that its effects run one after the other on either database. */
@Component
public final class JdbcEffectStore implements EffectStore {

    private static final int OPEN = 0;
    /** State of effects that are done. */
    static final int DONE = 1;
    private static final int GAVE_UP = 2;
    private static final int CAUSE = 4000;
    private static final String COLUMNS = "id, lane, kind, order_id, effect_key, parameters, attempts, not_before, created_at";
    private static final String RUNNING = " and not exists (select 1 from lane_pause p where p.name = lane.name)";

    private final Database database;
    private final Set<String> knownLanes = ConcurrentHashMap.newKeySet();

    @Activate
    public JdbcEffectStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void add(List<Effect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        database.call(() -> {
            Set<String> lanes = effects.stream().map(Effect::lane).collect(Collectors.toSet());
            lanes.forEach(this::addLane);
            for (Effect effect : effects) {
                database.insertUnlessThere("insert into effect (lane, kind, order_id, effect_key, parameters, state, attempts,"
                    + " not_before, created_at) values (?, ?, ?, ?, ?, 0, 0, ?, ?)", effect.lane(), effect.kind(),
                    effect.orderId(), effect.key(), Documents.text(effect.data()), effect.notBefore(), effect.createdAt());
            }
            database.afterCommit(() -> {
                knownLanes.addAll(lanes);
                lanes.forEach(database.wakeups()::lane);
            });
            return null;
        });
    }

    @Override
    public boolean lock(String lane) {
        return database.first("select name from lane where name = ?" + RUNNING + " for update skip locked",
            row -> row.getString(1), lane).isPresent();
    }

    @Override
    public List<Effect> head(String lane, Instant now, int limit) {
        return database.query("select " + COLUMNS + " from effect where lane = ? and state = 0 and not_before <= ?"
            + " order by id limit ?", JdbcEffectStore::effect, lane, now, limit);
    }

    @Override
    public List<Effect> open(String lane, long afterId, int limit) {
        return database.query("select " + COLUMNS + " from effect where lane = ? and state = 0 and id > ? order by id limit ?",
            JdbcEffectStore::effect, lane, afterId, limit);
    }

    @Override
    public Optional<Effect> find(long id) {
        return database.first("select " + COLUMNS + " from effect where id = ? and state <> " + DONE, JdbcEffectStore::effect, id);
    }

    @Override
    public Optional<Effect> withKey(String key) {
        return database.first("select " + COLUMNS + " from effect where effect_key = ?", JdbcEffectStore::effect, key);
    }

    @Override
    public void postpone(long id, Instant notBefore) {
        database.update("update effect set not_before = ? where id = ? and state = " + OPEN, notBefore, id);
    }

    @Override
    public void postpone(String lane, String name, String value, Instant notBefore) {
        move(lane, name, value, notBefore, "<");
    }

    @Override
    public void rouse(String lane, String name, String value, Instant notBefore) {
        database.call(() -> {
            move(lane, name, value, notBefore, ">");
            database.afterCommit(() -> database.wakeups().lane(lane));
            return null;
        });
    }

    private void move(String lane, String name, String value, Instant notBefore, String than) {
        String data = Documents.text(Map.of(name, value));
        database.update("update effect set not_before = ? where lane = ? and state = " + OPEN + " and not_before " + than + " ?"
            + " and position(? in parameters) > 0", notBefore, lane, notBefore, data.substring(1, data.length() - 1));
    }

    @Override
    public void again(long id, Instant at) {
        database.call(() -> {
            database.update("update effect set state = " + OPEN + ", attempts = 0, not_before = ?, changed_at = ?, cause = null,"
                + " failing_since = null where id = ?", at, at, id);
            find(id).ifPresent(effect -> database.afterCommit(() -> database.wakeups().lane(effect.lane())));
            return null;
        });
    }

    @Override
    public void done(List<Long> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        database.update("update effect set state = " + DONE + ", changed_at = ?, cause = null where id = any(?)", at,
            ids.toArray(Long[]::new));
    }

    @Override
    public void retry(long id, Instant notBefore, String cause, Instant at) {
        database.update("update effect set attempts = attempts + 1, not_before = ?, cause = ?, changed_at = ?,"
            + " failing_since = coalesce(failing_since, ?) where id = ? and state = " + OPEN, notBefore, Rows.cut(cause, CAUSE), at, at,
            id);
    }

    @Override
    public Optional<Instant> failingSince(long id) {
        return database.first("select failing_since from effect where id = ? and state = " + OPEN + " and failing_since is not null",
            row -> Rows.instant(row, "failing_since"), id);
    }

    @Override
    public void giveUp(long id, String cause, Instant at) {
        database.update("update effect set attempts = attempts + 1, state = " + GAVE_UP + ", cause = ?, changed_at = ?"
            + " where id = ? and state = " + OPEN, Rows.cut(cause, CAUSE), at, id);
    }

    @Override
    public void reopen(long id, Instant at) {
        database.call(() -> {
            database.update("update effect set state = " + OPEN + ", attempts = 0, not_before = ?, changed_at = ?,"
                + " failing_since = null where id = ? and state <> " + DONE, at, at, id);
            find(id).ifPresent(effect -> database.afterCommit(() -> database.wakeups().lane(effect.lane())));
            return null;
        });
    }

    @Override
    public List<EffectFailure> failures(int limit) {
        return database.query("select " + COLUMNS + ", state, cause, changed_at from lane join effect on lane = name"
            + " and state in (0, 2) where cause is not null order by id limit ?",
            row -> new EffectFailure(effect(row), row.getInt("state") == GAVE_UP, row.getString("cause"),
                Rows.instant(row, "changed_at")), limit);
    }

    @Override
    public List<LaneStatus> lanes() {
        return database.query("select l.name, p.reason, count(case when e.state = 0 then 1 end) as waiting,"
            + " count(case when e.state = 2 then 1 end) as gave_up, min(case when e.state = 0 then e.created_at end) as oldest"
            + " from lane l left join lane_pause p on p.name = l.name left join effect e on e.lane = l.name"
            + " and e.state in (0, 2)"
            + " group by l.name, p.reason",
            row -> new LaneStatus(row.getString("name"), row.getString("reason"), row.getLong("waiting"),
                row.getLong("gave_up"), Rows.instant(row, "oldest")))
            .stream().filter(lane -> lane.open() > 0 || lane.gaveUp() > 0 || lane.pausedReason() != null)
            .sorted(Comparator.comparing(LaneStatus::name)).toList();
    }

    @Override
    public Map<String, String> paused() {
        Map<String, String> paused = new TreeMap<>();
        database.query("select name, reason from lane_pause", row -> paused.put(row.getString(1), row.getString(2)));
        return paused;
    }

    @Override
    public List<String> dueLanes(Instant now) {
        return database.query("select name from lane where exists (select 1 from effect e where e.lane = lane.name"
            + " and e.state = 0 and e.not_before <= ?)" + RUNNING + " order by name", row -> row.getString(1), now);
    }

    @Override
    public Map<String, Instant> nextDue() {
        Map<String, Instant> due = new TreeMap<>();
        database.query("select lane.name, min(e.not_before) as due from lane join effect e on e.lane = lane.name and e.state = 0"
            + " where 1 = 1" + RUNNING + " group by lane.name", row -> due.put(row.getString("name"), Rows.instant(row, "due")));
        return due;
    }

    @Override
    public void setPaused(String lane, String reason) {
        database.call(() -> {
            addLane(lane);
            database.update("delete from lane_pause where name = ?", lane);
            if (reason == null) {
                database.afterCommit(() -> database.wakeups().lane(lane));
            } else {
                database.update("insert into lane_pause (name, reason) values (?, ?)", lane, Rows.cut(reason, CAUSE));
            }
            return null;
        });
    }

    @Override
    public int trim(Instant doneBefore, int limit) {
        return database.update("delete from effect where id in (select id from effect where state = " + DONE
            + " and changed_at < ? order by id limit ?)", doneBefore, limit);
    }

    private void addLane(String lane) {
        if (!knownLanes.contains(lane)) {
            database.insertUnlessThere("insert into lane (name) values (?)", lane);
        }
    }

    private static Effect effect(ResultSet row) throws SQLException {
        return new Effect(row.getLong("id"), row.getString("lane"), row.getString("kind"), row.getString("order_id"),
            row.getString("effect_key"), Documents.texts(row.getString("parameters")), row.getInt("attempts"),
            Rows.instant(row, "not_before"), Rows.instant(row, "created_at"));
    }
}
