package org.openbeian.core.order;

import java.util.Optional;
import org.openbeian.api.model.Basis;
import org.openbeian.api.order.Order;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.register.RegisterRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which upload account an order takes. What is about a record goes to the account that gave it, whatever the table of routes says
 * now: the ids by which an upload names records mean others elsewhere. Only what is filed anew, or on record elsewhere, follows the
 * table. Joins the caller's transaction. Thread-safe.
 */
@Component(service = OrderRoutes.class)
public final class OrderRoutes {

    /** Begins the order of an imported entry whose ids an authority gave since; its code follows. */
    private static final String CLAIMED = RegisterRecords.NO_ORDER + ":";

    private final RegisterStore register;
    private final OrderStore orders;
    private final AuthorityRoutes table;
    private final AppIntake accounts;
    private final RuleBooks books;

    /** Created by Declarative Services. */
    @Activate
    public OrderRoutes(@Reference RegisterStore register, @Reference OrderStore orders, @Reference AuthorityRoutes table,
            @Reference AppIntake accounts, @Reference RuleBooks books) {
        this.books = books;
        this.register = register;
        this.orders = orders;
        this.table = table;
        this.accounts = accounts;
    }

    /** The authority whose account an order takes; empty when the table gives its province none, or one that nobody knows. */
    public Optional<String> to(Order order) {
        return record(order).map(this::gave).or(() -> Optional.ofNullable(order.provinceId()).flatMap(table::to)
            .filter(authority -> isAuthority(authority, order.provinceId())));
    }

    /** A line may name an authority that is none: nothing would ever take what waits for its account. */
    private boolean isAuthority(String authorityId, String provinceId) {
        return authorityId.equals(provinceId) || accounts.hasAccount(authorityId) || books.current().serves(authorityId);
    }

    /** Whether only this account may take an order, as it gave its record, and the server has no such account. */
    boolean isAway(String authorityId, Order order) {
        return record(order).isPresent() && !accounts.hasAccount(authorityId)
            && table.to(order.provinceId()).filter(authorityId::equals).isEmpty();
    }

    private Optional<OrganizerEntry> record(Order order) {
        return Optional.ofNullable(order.application().basis()).map(Basis::organizerNumber).flatMap(register::organizer);
    }

    /**
     * The authority whose ids a record has: that to which its first order went; of what was imported, the first one that published it,
     * and that of its province before.
     */
    String gave(OrganizerEntry entry) {
        return entry.orderId().startsWith(CLAIMED) ? entry.orderId().substring(CLAIMED.length())
            : orders.load(entry.orderId()).map(Order::authorityId).orElse(entry.provinceId());
    }

    /** Whether an authority may say what a record is: the one that gave it, or the one that serves its province when none did yet. */
    boolean speaks(String authorityId, OrganizerEntry entry) {
        return gave(entry).equals(authorityId)
            || entry.orderId().equals(RegisterRecords.NO_ORDER) && table.to(entry.provinceId()).filter(authorityId::equals).isPresent();
    }

    /** The entry as one that an authority gave; what an order brought, or another authority gave, stays as it is. */
    static OrganizerEntry claimed(String authorityId, OrganizerEntry entry) {
        return entry.orderId().equals(RegisterRecords.NO_ORDER) ? entry.of(CLAIMED + authorityId) : entry;
    }
}
