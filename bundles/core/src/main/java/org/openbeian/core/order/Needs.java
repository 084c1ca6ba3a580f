package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Requirement;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.rules.Finding;

/** What an order needs from its applicant at a moment, and what will come (T-108). */
final class Needs {

    private static final String NOW = "now";
    private static final String LATER = "later";
    private static final String OVERDUE = "overdue";

    private final Assessor assessor;
    private final Guards guards;
    private final Consents consents;
    private final CoreSettings settings;

    Needs(Assessor assessor, Guards guards, Consents consents, CoreSettings settings) {
        this.assessor = assessor;
        this.guards = guards;
        this.consents = consents;
        this.settings = settings;
    }

    Requirements of(Order order, Instant now) {
        List<Requirement> missing = new ArrayList<>();
        List<Finding> findings = List.of();
        boolean complete = true;
        if (order.state().isEditable()) {
            Assessment assessment = guards.shortened(order, assessor.assess(order, now));
            addForms(order, assessment, missing);
            findings = new ArrayList<>(assessment.findings());
            findings.addAll(guards.against(order, now));
            complete = assessment.blocking().isEmpty() && findings.stream().noneMatch(Finding::isBlocking);
        }
        addActions(order, now, missing);
        return new Requirements(order.id(), order.version(), complete, missing, findings);
    }

    private void addForms(Order order, Assessment assessment, List<Requirement> missing) {
        Instant due = order.progress().due();
        assessment.fields().forEach(field -> missing.add(new Requirement("field", field.ruleId(), field.pointer(), field.text(),
            NOW, Steps.of(field.pointer()), due, true)));
        assessment.materials().forEach(need -> missing.add(new Requirement("material", need.type(), need.subject(), need.name(),
            NOW, Steps.of(need.subject()), due, true)));
        if (order.state() != OrderState.DRAFT) {
            order.review().reasons().forEach(reason -> missing.add(new Requirement("action", reason.code(), reason.pointer(),
                reason.text(), NOW, "correction", due, false)));
        }
        consents.texts().forEach(consent -> missing.add(new Requirement("consent", consent.id(), "/consents/" + consent.id(),
            consent.title(), NOW, "submission", due, true)));
    }

    private void addActions(Order order, Instant now, List<Requirement> missing) {
        switch (order.state()) {
            case PRE_REVIEW -> missing.add(action("answer-call", NOW, order.progress().due(), Calling.then(order, settings, now)));
            case QUEUED_FOR_AUTHORITY -> missing.addAll(settings.isExempt(order.type(), now) ? List.of() : sms(order, LATER, null));
            case SMS_PENDING -> missing.addAll(sms(order, now.isAfter(order.handover().smsDue()) ? OVERDUE : NOW,
                order.handover().smsDue()));
            case SMS_FAILED -> missing.addAll(sms(order, OVERDUE, order.handover().smsDue()));
            case APPROVED -> {
                if (!TypeProfile.of(order.type()).asksForNewServices()) {
                    return;
                }
                missing.add(action("footer", NOW, null, text("请在网站底部悬挂备案号并链接至工信部备案系统",
                    "Show the filing number at the bottom of the site, linked to the ministry's filing system")));
                Instant due = order.grant().grantedAt().plus(settings.publicSecurityTime());
                missing.add(action("public-security-filing", now.isAfter(due) ? OVERDUE : LATER, due,
                    text("请在网站开通后 " + settings.get().public_security_days() + " 日内办理公安联网备案", "Apply for the public-security filing within "
                        + settings.get().public_security_days() + " days after the site opens")));
                missing.add(action("address-binding", LATER, null, text("请尽快在公网 IP 上填写备案号（设置 ICP 备案信息）",
                    "Enter the filing number for the public address soon, so that it stays yours and its ports open")));
            }
            default -> { }
        }
    }

    /** One for each person who gets a code. */
    private static List<Requirement> sms(Order order, String when, Instant due) {
        return TypeProfile.of(order.type()).verified(order).stream().map(person -> new Requirement("action", "sms-verification",
            person, text("请在规定时间内完成工信部短信核验", "Enter the code of the ministry's SMS in time"), when, "sms-verification", due,
            !when.equals(LATER))).toList();
    }

    private static Requirement action(String id, String when, Instant due, LocalizedText text) {
        return new Requirement("action", id, "", text, when, id, due, !when.equals(LATER));
    }
}
