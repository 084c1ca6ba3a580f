package org.openbeian.guidance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.guidance.Enquiry.State;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.CaseStore.Kept;
import org.openbeian.api.store.GuidanceStore;
import org.openbeian.api.store.GuidanceStore.Response;
import org.openbeian.core.json.ModelJson;

/** Enquiries in the store, with the times of their answers beside. Joins the caller's transaction. Thread-safe. */
final class EnquiryFiles {

    private static final String KIND = "enquiry";
    private static final ObjectMapper JSON = ModelJson.mapper().copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final CaseStore store;
    private final GuidanceStore times;

    EnquiryFiles(CaseStore store, GuidanceStore times) {
        this.store = store;
        this.times = times;
    }

    /** Stores a new enquiry; its id is new. */
    void insert(Enquiry fresh) {
        if (!store.insert(kept(fresh))) {
            throw new IllegalStateException("the id of an enquiry is taken");
        }
        times.put(response(fresh));
    }

    /** Stores the next version; false when another was stored meanwhile. */
    boolean update(Enquiry next) {
        boolean stored = store.update(kept(next));
        if (stored) {
            times.put(response(next));
        }
        return stored;
    }

    Optional<Enquiry> find(String id) {
        return store.find(KIND, id).map(EnquiryFiles::read);
    }

    List<Enquiry> list(String account, String orderId, State state, String before, int limit) {
        return store.list(KIND, account, orderId, state == null ? null : state.name(), before, limit).stream().map(EnquiryFiles::read)
            .toList();
    }

    private static Response response(Enquiry one) {
        return new Response(one.id(), one.about().topic(), one.askedAt(), one.answeredAt(),
            one.answeredAt() != null || one.state() == State.CLOSED);
    }

    private static Kept kept(Enquiry one) {
        try {
            return new Kept(KIND, one.id(), one.version(), one.about().orderId(), one.account(), null, one.state().name(),
                JSON.writeValueAsBytes(one));
        } catch (IOException e) {
            throw new UncheckedIOException("an enquiry cannot be written", e);
        }
    }

    private static Enquiry read(Kept kept) {
        try {
            return JSON.readValue(kept.document(), Enquiry.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored enquiry cannot be read", e);
        }
    }
}
