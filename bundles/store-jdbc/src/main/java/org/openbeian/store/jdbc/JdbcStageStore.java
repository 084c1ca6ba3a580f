package org.openbeian.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.store.StageStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stays in stages, read from the histories, whose instants are texts that compare as the instants do, and
 * from the tries of messages. */
@Component
public final class JdbcStageStore implements StageStore {

    private static final Map<String, Stage> STAGES = Map.of(OrderState.PRE_REVIEW.name(), Stage.PRE_REVIEW,
        OrderState.SMS_PENDING.name(), Stage.SMS, OrderState.AUTHORITY_REVIEW.name(), Stage.AUTHORITY,
        OrderState.APPROVED.name(), Stage.WHOLE);
    private static final String STAYS = "select m.to_state, o.province_id, m.happened_at, m.left_at, o.type from (select order_id,"
        + " to_state, happened_at, lead(happened_at) over (partition by order_id order by event_no) as left_at from order_event"
        + " where from_state is null or from_state <> to_state) m join filing_order o on o.id = m.order_id"
        + " where m.to_state in ('PRE_REVIEW', 'SMS_PENDING', 'AUTHORITY_REVIEW') and m.left_at >= ? and m.left_at < ?";
    private static final String WHOLE = "select e.to_state, o.province_id, (select min(s.happened_at) from order_event s"
        + " where s.order_id = e.order_id and s.event = '" + OrderEvent.SUBMITTED + "'), e.happened_at, o.type from order_event e"
        + " join filing_order o on o.id = e.order_id where e.event = '" + OrderEvent.APPROVED + "' and e.to_state = 'APPROVED'"
        + " and e.happened_at >= ? and e.happened_at < ?";

    private static final String MESSAGES = "select d.channel, o.province_id, o.type, d.entered_at, d.left_at from (select channel,"
        + " order_id, message_key, min(happened_at) as entered_at, coalesce(min(case when status = 'DELIVERED' then happened_at end),"
        + " min(case when status in ('ACCEPTED', 'SENT') then happened_at end)) as left_at from delivery where happened_at >= ?"
        + " group by channel, order_id, message_key) d left join filing_order o on o.id = d.order_id"
        + " where d.left_at >= ? and d.left_at < ?";
    /** No message is tried for longer; the tries before are not read. */
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Set<Stage> WITHIN = EnumSet.of(Stage.PRE_REVIEW, Stage.SMS, Stage.AUTHORITY);

    private final Database database;

    @Activate
    public JdbcStageStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void visit(Instant from, Instant until, Set<Stage> stages, Consumer<Stay> visitor) {
        if (!Collections.disjoint(stages, WITHIN)) {
            visit(STAYS, from, until, stages, visitor);
        }
        if (stages.contains(Stage.WHOLE)) {
            visit(WHOLE, from, until, stages, visitor);
        }
        if (stages.contains(Stage.MESSAGE)) {
            database.query(MESSAGES, row -> {
                visitor.accept(new Stay(Stage.MESSAGE, row.getString("province_id"), row.getString("channel"),
                    Rows.constant(row, "type", FilingType.class), Rows.instant(row, "entered_at"), Rows.instant(row, "left_at")));
                return null;
            }, from.minus(LONGEST), from, until);
        }
    }

    private void visit(String question, Instant from, Instant until, Set<Stage> stages, Consumer<Stay> visitor) {
        database.query(question, row -> {
            Stage stage = STAGES.get(row.getString(1));
            if (stages.contains(stage)) {
                visitor.accept(new Stay(stage, row.getString(2), null, Rows.constant(row, "type", FilingType.class),
                    Instant.parse(row.getString(3)), Instant.parse(row.getString(4))));
            }
            return null;
        }, from.toString(), until.toString());
    }
}
