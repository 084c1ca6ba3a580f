package org.openbeian.api.site;

import java.util.List;

/**
 * A granted website with what is owed for it at this moment.
 *
 * @param site the site
 * @param duties its duties, first the nearest; empty once its filing ended
 */
public record SiteView(FiledSite site, List<SiteDuty> duties) {

    /** Copies the list. */
    public SiteView {
        duties = List.copyOf(duties);
    }

    /** Whether the term of one of the duties is over. */
    public boolean overdue() {
        return duties.stream().anyMatch(duty -> duty.state() == SiteDuty.State.OVERDUE);
    }
}
