package org.openbeian.store.jdbc;

import java.time.Instant;
import java.util.Map;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.store.StageStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stays in stages, read from the histories. Instants are texts there, which compare as the instants do. */
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

    private final Database database;

    @Activate
    public JdbcStageStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void visit(Instant from, Instant until, Visitor visitor) {
        for (String question : new String[] {STAYS, WHOLE}) {
            database.query(question, row -> {
                visitor.visit(STAGES.get(row.getString(1)), row.getString(2),
                    Rows.constant(row, "type", FilingType.class), Instant.parse(row.getString(3)), Instant.parse(row.getString(4)));
                return null;
            }, from.toString(), until.toString());
        }
    }
}
