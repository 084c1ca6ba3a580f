package org.openbeian.core.report;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.Report.Answer;
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

    private final AccountStore accounts;
    private final Notices notices;

    /** Created by Declarative Services. */
    @Activate
    public FailedReports(@Reference AccountStore accounts, @Reference Notices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    /** Tells it, once for a report however often something is said of it. */
    void tell(Report before, Report failed) {
        Set<String> told = new LinkedHashSet<>(accounts.withRole(Role.OPERATOR, OPERATORS));
        accounts.logIn(failed.by()).filter(LogIn::active)
            .filter(sender -> !Collections.disjoint(sender.roles(), Permission.SEND_REPORT.roles()))
            .ifPresent(sender -> told.add(sender.name()));
        String number = Long.toString(failed.number());
        Map<String, String> values = Map.of("report", number, "authorityId", failed.authorityId(),
            "kind", failed.kind().text().zh() + " / " + failed.kind().text().en(), "codes", failed.answers().stream()
            .filter(one -> !before.answers().contains(one)).map(Answer::code).distinct().limit(CODES).collect(Collectors.joining(", ")));
        told.forEach(account -> notices.tell(new Notice("report-failed", account, null, "report-failed:" + number, values)));
    }
}
