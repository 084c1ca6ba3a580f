package org.openbeian.store.jdbc;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.guidance.HelpVotes;
import org.openbeian.api.store.GuidanceStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcGuidanceStore implements GuidanceStore {

    private final Database database;

    @Activate
    public JdbcGuidanceStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void put(Response response) {
        database.call(() -> database.update("update enquiry_time set answered_at = ?, is_over = ? where id = ?", response.answeredAt(),
            response.over(), response.id()) > 0
            || database.insertUnlessThere("insert into enquiry_time (id, topic, asked_at, answered_at, is_over) values (?, ?, ?, ?, ?)",
                response.id(), response.topic(), response.askedAt(), response.answeredAt(), response.over()));
    }

    @Override
    public List<Response> responses(Instant from, Instant until) {
        return database.query("select * from enquiry_time where asked_at >= ? and asked_at < ?", row -> new Response(row.getString("id"),
            row.getString("topic"), Rows.instant(row, "asked_at"), Rows.instant(row, "answered_at"), row.getBoolean("is_over")), from,
            until);
    }

    @Override
    public void vote(String textId, String account, boolean helpful, Instant at) {
        database.call(() -> database.update("update help_vote set helpful = ?, voted_at = ? where text_id = ? and account = ?", helpful,
            at, textId, account) > 0
            || database.insertUnlessThere("insert into help_vote (text_id, account, helpful, voted_at) values (?, ?, ?, ?)", textId,
                account, helpful, at));
    }

    @Override
    public List<HelpVotes> votes() {
        return database.query("select text_id, sum(case when helpful then 1 else 0 end), count(*) from help_vote group by text_id"
            + " order by text_id", row -> new HelpVotes(row.getString(1), row.getLong(2), row.getLong(3) - row.getLong(2)));
    }
}
