package org.openbeian.core.report;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbeian.api.authority.CodeTable;
import org.openbeian.api.authority.CodeTables;
import org.openbeian.api.authority.ResultCode;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.CodeTableStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.order.AuthorityCodes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the code tables of authorities and says what may be sent by them. Thread-safe. */
@Component(service = {CodeTables.class, CodeBook.class})
public final class CodeBook implements CodeTables {

    private static final Logger LOG = LoggerFactory.getLogger(CodeBook.class);

    private final Transactions transactions;
    private final CodeTableStore store;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public CodeBook(@Reference Transactions transactions, @Reference CodeTableStore store, @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** A table was published. The same rows again are no new version; an empty table would refuse everything and is passed over. */
    public void replace(String authorityId, String name, List<CodeTable.Row> rows) {
        Optional<CodeTable> last = store.last(authorityId, name);
        if (rows.isEmpty() || last.filter(one -> one.rows().equals(rows)).isPresent()) {
            return;
        }
        long version = last.map(CodeTable::version).orElse(0L) + 1;
        store.insert(new CodeTable(authorityId, name, version, clock.instant(), rows));
        transactions.afterCommit(() -> LOG.info("Code table {} of authority {} has {} rows, version {}", name, authorityId, rows.size(),
            version));
    }

    /** What may be sent to an authority now. Joins the caller's transaction. */
    public ValidCodes valid(String authorityId) {
        Map<String, Set<Long>> tables = store.all(authorityId).stream().collect(Collectors.toMap(CodeTable::name, CodeTable::valid));
        return tables.isEmpty() ? ValidCodes.UNKNOWN : new ValidCodes(tables);
    }

    @Override
    public List<CodeTable> list(Actor actor, String authorityId) {
        check(actor);
        return transactions.call(() -> store.all(authorityId));
    }

    @Override
    public CodeTable get(Actor actor, String authorityId, String name, long version) {
        check(actor);
        return transactions.call(() -> version == 0 ? store.last(authorityId, name) : store.version(authorityId, name, version))
            .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "code-table-not-found",
                "Authority " + authorityId + " published no such table or version."));
    }

    @Override
    public List<ResultCode> results(Actor actor) {
        check(actor);
        return AuthorityCodes.all();
    }

    private static void check(Actor actor) {
        if (!actor.may(Permission.SEND_REPORT) && !actor.may(Permission.READ_SYSTEM)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-permitted", "This account may not read code tables.");
        }
    }
}
