package org.openbeian.core.blocking;

import java.util.List;

/** Takes sites that others found open while unfiled. Thread-safe. */
public interface UnfiledSites {

    /**
     * Isolates a site until it is filed; one that is filed with access here stays as it is, and what is no domain is passed
     * over. Joins the caller's transaction and never breaks it off.
     *
     * @param host the host as it was told
     * @param ips addresses as they were told; only public ones are kept
     * @param reason the words of who found it, or null
     * @param caseId the case about it
     */
    void found(String host, List<String> ips, String reason, String caseId);
}
