package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.order.CallWindow;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.ReviewRisk;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Masks;
import org.openbeian.core.register.Domains;

/** What of an order stands in columns, so that it can be asked for. None of it is personal data in clear. */
final class OrderColumns {

    private static final int LONGEST = 500;
    private static final int ACCOUNT = 100;

    private OrderColumns() {
    }

    /** The values of all columns but the id, in the order of the statements, followed by {@code last}. */
    static Object[] values(Order order, byte[] document, Object... last) {
        Waiting waiting = order.progress().waiting();
        Object[] own = {order.version(), order.account(), order.type(), order.state(), order.provinceId(),
            waiting == null ? null : waiting.reason(), waiting == null ? null : waiting.subject(), organizerName(order),
            mainDomain(order), order.handover().submissionNo(), number(order.grant()), order.createdAt(), order.updatedAt(),
            order.progress().due(), order.handover().smsDue(), order.handover().resultsFetchedAt(), isProposed(order),
            callFrom(order), risk(order), claimedBy(order), order.state().isFinal() ? null : order.authorityId(), document};
        Object[] all = Arrays.copyOf(own, own.length + last.length);
        System.arraycopy(last, 0, all, own.length, last.length);
        return all;
    }

    static OrderSummary summary(ResultSet row) throws SQLException {
        return new OrderSummary(row.getString("id"), row.getLong("version"), row.getString("account"),
            Rows.constant(row, "type", FilingType.class), row.getString("province_id"), row.getString("organizer_name"),
            row.getString("domain"), Rows.constant(row, "state", OrderState.class), row.getString("waiting_reason"),
            row.getString("number"), Rows.instant(row, "created_at"), Rows.instant(row, "updated_at"), Rows.instant(row, "due"),
            Rows.instant(row, "call_from"));
    }

    /** The domains of all services in the form in which they are compared. */
    static Set<String> domains(Order order) {
        return Domains.of(order.application()).stream().map(OrderColumns::domain).collect(Collectors.toSet());
    }

    /** The key of a domain, cut to the column's length. */
    static String domain(String entered) {
        return Rows.cut(Domains.key(entered), LONGEST);
    }

    /** The states that meet a condition, quoted for a statement. */
    static String quoted(Predicate<OrderState> condition) {
        return Arrays.stream(OrderState.values()).filter(condition).map(state -> "'" + state + "'")
            .collect(Collectors.joining(", "));
    }

    static int risk(Order order) {
        return ReviewRisk.weight(order);
    }

    static String claimedBy(Order order) {
        return Rows.cut(order.review().claimedBy(), ACCOUNT);
    }

    private static Instant callFrom(Order order) {
        return order.review().windows().stream().findFirst().map(CallWindow::from).orElse(null);
    }

    private static boolean isProposed(Order order) {
        return order.review().clearances().stream().anyMatch(one -> one.severity() == Severity.BLOCK && !one.holds());
    }

    private static String organizerName(Order order) {
        Organizer organizer = order.application().organizer();
        if (organizer == null || organizer.name() == null) {
            return null;
        }
        boolean unit = organizer.nature() != null && !organizer.nature().isPerson();
        return Rows.cut(unit ? organizer.name() : Masks.name(organizer.name()), LONGEST);
    }

    private static String mainDomain(Order order) {
        return order.application().services().stream().limit(1).flatMap(service -> service.domains().stream())
            .findFirst().map(domain -> Rows.cut(domain, LONGEST)).orElse(null);
    }

    private static String number(Grant grant) {
        return grant == null || grant.serviceNumbers().isEmpty() ? null : grant.serviceNumbers().get(0);
    }
}
