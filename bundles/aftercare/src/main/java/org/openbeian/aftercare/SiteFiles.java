package org.openbeian.aftercare;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.CaseStore.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sites in the store. Joins the caller's transaction. Thread-safe. */
@Component(service = SiteFiles.class)
public final class SiteFiles {

    static final String OVERDUE = "OVERDUE";
    static final String OWING = "OWING";
    static final String DONE = "DONE";
    static final String ENDED = "ENDED";

    private static final String KIND = "site";
    private static final ObjectMapper JSON = org.openbeian.core.json.ModelJson.mapper().copy()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final CaseStore store;

    /** Created by Declarative Services. */
    @Activate
    public SiteFiles(@Reference CaseStore store) {
        this.store = store;
    }

    /** Stores a new site; false when its number is there. */
    boolean insert(FiledSite site, String state) {
        return store.insert(kept(site, state));
    }

    boolean update(FiledSite site, String state) {
        return store.update(kept(site, state));
    }

    Optional<FiledSite> find(String id) {
        return store.find(KIND, id).map(SiteFiles::site);
    }

    Optional<FiledSite> withNumber(String number) {
        return store.about(KIND, number).map(SiteFiles::site);
    }

    List<FiledSite> list(String account, String orderId, String state, String before, int limit) {
        return store.list(KIND, account, orderId, state, before, limit).stream().map(SiteFiles::site).toList();
    }

    private static Kept kept(FiledSite site, String state) {
        try {
            return new Kept(KIND, site.id(), site.version(), site.orderId(), site.account(), site.number(), state,
                JSON.writeValueAsBytes(site));
        } catch (IOException e) {
            throw new UncheckedIOException("a site cannot be written", e);
        }
    }

    private static FiledSite site(Kept kept) {
        try {
            return JSON.readValue(kept.document(), FiledSite.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored site cannot be read", e);
        }
    }
}
