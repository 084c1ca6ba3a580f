package org.openbeian.core.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Obligation;
import org.openbeian.api.order.ObligationSource;
import org.openbeian.api.security.Actor;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.template.IdentityTemplates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates that are being reviewed (T-16). */
@Component
public final class TemplateObligations implements ObligationSource {

    private static final int MOST = 200;
    private static final LocalizedText DECISION = new LocalizedText("信息模版的最迟审核时间", "The template is decided on by then");

    private final IdentityTemplates templates;

    /** Created by Declarative Services. */
    @Activate
    public TemplateObligations(@Reference IdentityTemplates templates) {
        this.templates = templates;
    }

    @Override
    public List<Obligation> of(Actor actor, Instant now) {
        return templates.list(actor, IdentityTemplate.State.IN_REVIEW, MOST).stream()
            .filter(one -> one.account().equals(actor.account()) && one.due() != null)
            .map(one -> new Obligation("template-review", one.id(), one.label(), DECISION, one.due(), false, now.isAfter(one.due())))
            .toList();
    }
}
