package org.openbeian.publicsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Handover;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Stage;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.publicsecurity.PublicSecurityFilings.Details;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Answer;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores how the gateway gets on, each step in one transaction together with what it means for the case. Thread-safe. */
@Component(service = GatewayLog.class)
public final class GatewayLog {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayLog.class);
    private static final Details NOTHING = new Details(null, null, null, null, null);
    private static final int NOTE_MOST = 500;
    private static final int REASON_MOST = 2000;
    /** A change that comes between reading and storing is rare, two are rarer. */
    private static final int TRIES = 5;

    private final CaseFiles files;
    private final CaseBook book;
    private final Transactions transactions;
    private final Notices notices;
    private final AuditLog audit;

    /** Created by Declarative Services. */
    @Activate
    public GatewayLog(@Reference CaseFiles files, @Reference CaseBook book, @Reference Transactions transactions,
            @Reference Notices notices, @Reference AuditLog audit) {
        this.files = files;
        this.book = book;
        this.transactions = transactions;
        this.notices = notices;
        this.audit = audit;
    }

    /** The case of a submission, or empty when it was erased. */
    Optional<PublicSecurityCase> find(String key) {
        return transactions.call(() -> files.find(Handovers.caseOf(key)));
    }

    /** Keys of all submissions that are not over. */
    List<String> unfinished() {
        List<String> keys = new ArrayList<>();
        String before = null;
        List<PublicSecurityCase> page;
        do {
            String from = before;
            page = transactions.call(() -> files.list(null, null, null, from, PublicSecurityFilings.MOST));
            page.stream().flatMap(found -> found.handovers().stream()).filter(one -> one.stage() != Stage.OVER).map(Handover::key)
                .forEach(keys::add);
            before = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == PublicSecurityFilings.MOST);
        return keys;
    }

    /**
     * Stores that it is sent now; false when it was recorded by hand meanwhile, or when the case moved on to where it is not submitted,
     * which ends it and is told.
     */
    boolean sending(String key) {
        boolean[] fits = {false};
        return step(key, "public-security.gateway.sending", Stage.READY, (found, one) -> {
            fits[0] = Steps.allowed(found.state(), Handovers.submitted(one.part()));
            return fits[0] ? Handovers.with(newer(found), one.at(Stage.SENDING, null)) : ended(found, one, "the case is " + found.state(),
                "未提交，请检查后重新提交 / not submitted; look at the case and submit again");
        }) && fits[0];
    }

    /**
     * Stores that the platform took it, which is the submission of the case. Where the case does not admit that any more, it is noted
     * and told, and people go on by hand.
     */
    void taken(String key, String reference) {
        String known = cut(reference, NOTE_MOST);
        try {
            step(key, "public-security.gateway.taken", Stage.SENDING, (found, one) ->
                Handovers.with(book.happened(Actor.SYSTEM, found, Handovers.submitted(one.part()), NOTHING),
                    Handovers.taken(one, known, null)));
        } catch (Refusal against) {
            LOG.warn("The platform took submission {}, which the case does not admit any more: {}", key, against.code());
            step(key, "public-security.gateway.taken-refused", Stage.SENDING, (found, one) -> ended(found,
                Handovers.taken(one, known, "taken, while the case is " + found.state()), "平台已受理，但本系统状态已变更，请在平台查看并登记结果 / taken"
                    + " by the platform after the case moved on; see to it there and record what comes"));
        }
    }

    /** Stores that the platform wants it changed; the applicant is told. */
    void declined(String key, String reason) {
        step(key, "public-security.gateway.declined", Stage.SENDING, (found, one) -> ended(found, one, cut(reason, NOTE_MOST),
            "平台未受理，请修改后重新提交 / not taken; change it and submit again"));
    }

    /** Stores that it cannot be sent as it is, since something that belongs to it is gone or unfit; the applicant is told. */
    void unfit(String key, String code) {
        step(key, "public-security.gateway.unfit", Stage.SENDING, (found, one) -> ended(found, one, code,
            "未提交，材料或网站已变更，请检查后重新提交 / not submitted, since the site or its materials changed; look at the case and submit again"));
    }

    /** The case without a handover that ends before it is judged, which is told. */
    private PublicSecurityCase ended(PublicSecurityCase found, Handover one, String note, String result) {
        return ended(found, one.at(Stage.OVER, note), result);
    }

    private PublicSecurityCase ended(PublicSecurityCase found, Handover over, String result) {
        notices.tell(new Notice(over.part() == Part.ORGANIZER ? "psb-organizer-result" : "psb-site-result", found.account(),
            found.orderId(), "psb-" + over.key(), Map.of("result", result)));
        return Handovers.with(newer(found), over);
    }

    /** Stores that nothing was taken. */
    void later(String key, String cause) {
        step(key, "public-security.gateway.later", Stage.SENDING, (found, one) ->
            Handovers.with(newer(found), one.at(Stage.READY, cut(cause, NOTE_MOST))));
    }

    /** Takes an answer in, once; one that the case does not admit changes nothing but is noted, and people go on by hand. */
    void answered(String key, Answer answer) {
        boolean last = Handovers.ends(answer.event());
        try {
            step(key, "public-security.gateway.answer", Stage.TAKEN, (found, one) -> one.seen().contains(answer.id()) ? null
                : Handovers.with(judged(found, one, answer), Handovers.seen(one, answer.id(), last, null)));
        } catch (Refusal against) {
            LOG.warn("Answer {} about submission {} is not taken: {}", answer.event(), key, against.code());
            step(key, "public-security.gateway.answer-refused", Stage.TAKEN, (found, one) ->
                Handovers.with(newer(found), Handovers.seen(one, answer.id(), last, answer.event() + ": " + against.code())));
        }
    }

    private PublicSecurityCase judged(PublicSecurityCase found, Handover one, Answer answer) {
        Details given = answer.details() == null ? NOTHING : answer.details();
        boolean called = answer.event() == Event.INTERVIEW_CALLED || answer.event() == Event.VISIT_CALLED;
        if (!Handovers.fits(one.part(), answer.event()) || called && (given.appointment() == null || given.appointment().at() == null
                || given.appointment().place() == null)) {
            throw new Refusal(Kind.INVALID, "psb-answer", "This is no answer to a submission of the " + one.part() + ".");
        }
        boolean returned = answer.event() == Event.ORGANIZER_RETURNED || answer.event() == Event.SITE_RETURNED;
        String reason = returned && given.reason() == null ? "平台未给出原因 / no reason given" : cut(given.reason(), REASON_MOST);
        return book.happened(Actor.SYSTEM, found, answer.event(), new Details(reason, null, given.appointment(), given.number(),
            given.grantedOn()));
    }

    private static PublicSecurityCase newer(PublicSecurityCase found) {
        return found.with(found.form());
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    /** One step of a handover that is at a stage; nothing happens at another, or when the decision is null. */
    private boolean step(String key, String action, Stage expected, BiFunction<PublicSecurityCase, Handover, PublicSecurityCase> decision) {
        for (int i = 0; i < TRIES; i++) {
            try {
                return transactions.call(() -> {
                    PublicSecurityCase found = files.find(Handovers.caseOf(key)).orElse(null);
                    Handover one = found == null ? null : found.handover(key).filter(known -> known.stage() == expected).orElse(null);
                    PublicSecurityCase next = one == null ? null : decision.apply(found, one);
                    if (next == null) {
                        return false;
                    }
                    if (!files.update(next)) {
                        throw new Changed();
                    }
                    audit.record(Actor.SYSTEM, action, "site", found.id(), null, Map.of("submission", key));
                    return true;
                });
            } catch (Changed meanwhile) {
                LOG.debug("Case {} was changed meanwhile", Handovers.caseOf(key));
            }
        }
        throw new IllegalStateException("case " + Handovers.caseOf(key) + " is changed again and again");
    }

    /** Rolls back what was done for a version that another one replaced. */
    private static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
