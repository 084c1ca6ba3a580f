package org.openbeian.aftercare;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.curtain.CurtainState;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.CaseStore.Kept;

/** Curtains in the store. While one is under way, its order is its subject, so that no second one gets in. Thread-safe. */
final class CurtainFiles {

    private static final String KIND = "curtain";
    private static final ObjectMapper JSON = org.openbeian.core.json.ModelJson.mapper().copy()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final CaseStore store;

    CurtainFiles(CaseStore store) {
        this.store = store;
    }

    /** Stores a new curtain; false when its order has one under way. */
    boolean insert(Curtain curtain) {
        return store.insert(kept(curtain));
    }

    /** Stores the next version; false when another was stored meanwhile. */
    boolean update(Curtain curtain) {
        return store.update(kept(curtain));
    }

    Optional<Curtain> latest(String orderId) {
        return store.list(KIND, null, orderId, null, null, 1).stream().findFirst().map(CurtainFiles::curtain);
    }

    List<Curtain> list(String account, CurtainState state, String before, int limit) {
        return store.list(KIND, account, null, state == null ? null : state.name(), before, limit).stream().map(CurtainFiles::curtain)
            .toList();
    }

    private static Kept kept(Curtain curtain) {
        try {
            return new Kept(KIND, curtain.id(), curtain.version(), curtain.orderId(), curtain.account(),
                curtain.state().isUnderWay() ? curtain.orderId() : null, curtain.state().name(), JSON.writeValueAsBytes(curtain));
        } catch (IOException e) {
            throw new UncheckedIOException("a curtain cannot be written", e);
        }
    }

    private static Curtain curtain(Kept kept) {
        try {
            return JSON.readValue(kept.document(), Curtain.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored curtain cannot be read", e);
        }
    }
}
