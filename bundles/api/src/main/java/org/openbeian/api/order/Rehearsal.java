package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.rules.Finding;

/**
 * What would become of an order if it were handed in and sent now. Nothing was stored and nobody was told.
 *
 * @param passes whether nothing known would stop it
 * @param findings what the rules and the server say, missing things included
 * @param notExpressible what cannot be put into an upload to the authority
 * @param rehearsedBy whether an authority was there that rehearses; without one its checks stay unknown
 * @param authorityErrors errors that the authority's data checks would find, each with its code
 */
public record Rehearsal(boolean passes, List<Finding> findings, List<String> notExpressible, boolean rehearsedBy,
        List<String> authorityErrors) {

    /** Copies the lists. */
    public Rehearsal {
        findings = List.copyOf(findings);
        notExpressible = List.copyOf(notExpressible);
        authorityErrors = List.copyOf(authorityErrors);
    }
}
