package org.openbeian.rest;

import java.util.List;
import org.openbeian.api.store.Retention;

/** One kind of data with seven rows that are due. */
final class FakeRetention implements Retention {

    private long due = 7;

    @Override
    public List<Rule> plan() {
        return List.of(new Rule("deliveries", 365, due));
    }

    @Override
    public List<Rule> run() {
        List<Rule> removed = plan();
        due = 0;
        return removed;
    }
}
