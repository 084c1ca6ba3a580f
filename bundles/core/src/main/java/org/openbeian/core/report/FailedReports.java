package org.openbeian.core.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.report.Report;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.AccountStore.LogIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells operators, and whoever sent it, that a report failed: by its number and codes, for the words of an authority may quote persons.
 * Joins the caller's transaction. Thread-safe.
 */
@Component(service = FailedReports.class)
public final class FailedReports {

    private static final int OPERATORS = 50;
    private static final int CODES = 10;
    private static final int NUMBERS = 10;

    private final AccountStore accounts;
    private final Notices notices;

    /** Created by Declarative Services. */
    @Activate
    public FailedReports(@Reference AccountStore accounts, @Reference Notices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    /**
     * Tells which of the reports that change together failed by it: each recipient once, with the number of all and the first of them when
     * there are several, and once for a report however often something is said of it.
     */
    void tell(List<ReportChange> together) {
        List<ReportChange> failed = together.stream().filter(ReportChange::isFailure)
            .sorted(Comparator.comparingLong(one -> one.next().number())).toList();
        if (failed.isEmpty()) {
            return;
        }
        Map<String, List<ReportChange>> told = new LinkedHashMap<>();
        accounts.withRole(Role.OPERATOR, OPERATORS).forEach(operator -> told.put(operator, failed));
        failed.stream().collect(Collectors.groupingBy(one -> one.next().by(), LinkedHashMap::new, Collectors.toList()))
            .forEach((by, own) -> sender(by).ifPresent(sender -> told.putIfAbsent(sender, own)));
        told.forEach((account, some) -> notices.tell(some.size() == 1 ? one(account, some.get(0)) : several(account, some)));
    }

    private Optional<String> sender(String by) {
        return accounts.logIn(by).filter(LogIn::active)
            .filter(sender -> !Collections.disjoint(sender.roles(), Permission.SEND_REPORT.roles())).map(LogIn::name);
    }

    private static Notice one(String account, ReportChange change) {
        Report failed = change.next();
        String number = Long.toString(failed.number());
        return new Notice("report-failed", account, null, "report-failed:" + number, Map.of("report", number, "authorityId",
            failed.authorityId(), "codes", codes(List.of(change)))).with("kind", failed.kind().text());
    }

    private static Notice several(String account, List<ReportChange> changes) {
        Report first = changes.get(0).next();
        String numbers = changes.stream().limit(NUMBERS).map(one -> Long.toString(one.next().number())).collect(Collectors.joining(", "));
        return new Notice("reports-failed", account, null, "reports-failed:" + first.number(), Map.of("count",
            Integer.toString(changes.size()), "reports", changes.size() > NUMBERS ? numbers + " …" : numbers, "authorityId",
            first.authorityId(), "codes", codes(changes)));
    }

    private static String codes(List<ReportChange> changes) {
        return changes.stream().flatMap(ReportChange::codes).distinct().limit(CODES).collect(Collectors.joining(", "));
    }
}
