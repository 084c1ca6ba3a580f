package org.openbeian.api.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Granted websites and what is owed for them. A site is seen by whoever sees its order. Every change is audited. Thread-safe.
 *
 * <p>Methods throw {@link org.openbeian.api.order.Refusal}: NOT_FOUND for a site that the actor does not see, FORBIDDEN, or
 * INVALID with findings.
 */
@ProviderType
public interface Sites {

    /** Longest page of {@link #list}. */
    int MOST = 200;

    /**
     * Sites that the actor sees, newest first.
     *
     * @param orderId only those of this order, or null
     * @param overdue only those with a duty whose term is over
     * @param before only those after this one in the list, or null for its beginning
     * @param limit 1 to {@value #MOST}
     */
    List<SiteView> list(Actor actor, String orderId, boolean overdue, String before, int limit);

    /** One site. */
    SiteView get(Actor actor, String id);

    /**
     * Records the day on which the site opened, from which its duties count (T-45).
     *
     * @param openedOn a day in Asia/Shanghai, not after today; null takes it back
     */
    SiteView opened(Actor actor, String id, LocalDate openedOn);

    /**
     * Records the public-security number (T-93).
     *
     * @param number its characters must be of the site's province
     * @param grantedOn a day in Asia/Shanghai, not after today
     */
    SiteView policeGranted(Actor actor, String id, String number, LocalDate grantedOn);

    /**
     * What the pages must show.
     *
     * @param host one of the site's domains or a host below one of them; null for the main domain
     */
    SiteFooter footer(Actor actor, String id, String host);

    /** What the pages of a host must show; empty when no site here has it. For everybody: it is on the page anyway. */
    Optional<SiteFooter> footer(String host);

    /** Fetches the home page now and compares it with what it must show; takes seconds as a rule, some minutes at worst. */
    SiteView inspect(Actor actor, String id);
}
