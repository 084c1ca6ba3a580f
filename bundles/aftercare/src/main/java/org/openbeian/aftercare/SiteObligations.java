package org.openbeian.aftercare;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openbeian.api.order.Obligation;
import org.openbeian.api.order.ObligationSource;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.SiteDuty;
import org.openbeian.api.site.SiteView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an account owes for its newest granted sites, where it has a term (T-45, T-46, T-95). */
@Component
public final class SiteObligations implements ObligationSource {

    private final SiteBook book;

    /** Created by Declarative Services. */
    @Activate
    public SiteObligations(@Reference SiteBook book) {
        this.book = book;
    }

    @Override
    public List<Obligation> of(Actor actor, Instant now) {
        return book.owing(actor.account()).stream().flatMap(SiteObligations::of).toList();
    }

    private static Stream<Obligation> of(SiteView view) {
        return view.duties().stream().filter(duty -> duty.state() != SiteDuty.State.DONE && duty.due() != null)
            .map(duty -> new Obligation(duty.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), view.site().id(),
                view.site().domains().isEmpty() ? view.site().number() : view.site().domains().get(0), duty.text(), duty.due(), true,
                duty.state() == SiteDuty.State.OVERDUE));
    }
}
