package org.openbeian.store.jdbc;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.store.ResourceStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcResourceStore implements ResourceStore {

    private final Database database;

    @Activate
    public JdbcResourceStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void save(ResourceFacts facts) {
        Object[] values = {facts.account(), Documents.bytes(facts), facts.kind(), facts.id()};
        database.call(() -> database.update("update resource set account = ?, document = ? where kind = ? and id = ?", values) > 0
            || database.update("insert into resource (account, document, kind, id) values (?, ?, ?, ?)", values) > 0);
    }

    @Override
    public Optional<ResourceFacts> find(String kind, String id) {
        return database.first("select document from resource where kind = ? and id = ?",
            row -> Documents.read(row.getBytes(1), ResourceFacts.class), kind, id);
    }

    @Override
    public List<ResourceFacts> ofAccount(String account) {
        return database.query("select document from resource where account = ? order by kind, id",
            row -> Documents.read(row.getBytes(1), ResourceFacts.class), account);
    }
}
