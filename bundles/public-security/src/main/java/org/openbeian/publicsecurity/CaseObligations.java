package org.openbeian.publicsecurity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Obligation;
import org.openbeian.api.order.ObligationSource;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.time.WorkingDays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers of the police that are expected, appointments with them, and data codes to be entered (T-64, T-74, T-91, T-92). */
@Component
public final class CaseObligations implements ObligationSource {

    private static final LocalizedText ANSWER = new LocalizedText("公安机关预计答复时间", "The police answer by then");
    private static final LocalizedText MEETING = new LocalizedText("公安机关约定的面谈或现场检查", "Interview or inspection by the police");
    private static final LocalizedText CODE = new LocalizedText("请在此时间前在公安平台输入数据码", "Enter the data code on the platform by then");

    private final CaseFiles files;
    private final Transactions transactions;
    private final WorkingDays workingDays;

    /** Created by Declarative Services. */
    @Activate
    public CaseObligations(@Reference CaseFiles files, @Reference Transactions transactions, @Reference WorkingDays workingDays) {
        this.files = files;
        this.transactions = transactions;
        this.workingDays = workingDays;
    }

    @Override
    public List<Obligation> of(Actor actor, Instant now) {
        List<Obligation> due = new ArrayList<>();
        transactions.call(() -> files.open(actor.account())).forEach(one -> add(one, now, due));
        return due;
    }

    private void add(PublicSecurityCase one, Instant now, List<Obligation> due) {
        if (one.expectedAt() != null) {
            due.add(new Obligation("public-security-answer", one.id(), one.organizerNumber(), ANSWER, one.expectedAt(), false,
                now.isAfter(one.expectedAt()), workingDays.reservation(now, one.expectedAt()).orElse(null)));
        }
        boolean called = one.state() == State.INTERVIEW_REQUIRED || one.state() == State.SITE_VISIT_REQUIRED;
        if (called && one.appointment() != null && one.appointment().at() != null) {
            due.add(of("public-security-appointment", one, MEETING, one.appointment().at(), now));
        }
        if (DataCodes.waits(one)) {
            due.add(of("public-security-code", one, CODE, one.passing().validUntil(), now));
        }
    }

    private static Obligation of(String kind, PublicSecurityCase one, LocalizedText text, Instant at, Instant now) {
        return new Obligation(kind, one.id(), one.organizerNumber(), text, at, true, now.isAfter(at));
    }
}
