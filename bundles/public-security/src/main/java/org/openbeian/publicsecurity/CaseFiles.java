package org.openbeian.publicsecurity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.CaseStore.Kept;
import org.openbeian.core.json.ModelJson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Cases in the store. Joins the caller's transaction. Thread-safe. */
@Component(service = CaseFiles.class)
public final class CaseFiles {

    private static final String KIND = "public-security";
    private static final ObjectMapper JSON = ModelJson.mapper().copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final CaseStore store;

    /** Created by Declarative Services. */
    @Activate
    public CaseFiles(@Reference CaseStore store) {
        this.store = store;
    }

    boolean insert(PublicSecurityCase fresh) {
        return store.insert(kept(fresh));
    }

    boolean update(PublicSecurityCase next) {
        return store.update(kept(next));
    }

    Optional<PublicSecurityCase> find(String id) {
        return store.find(KIND, id).map(CaseFiles::read);
    }

    List<PublicSecurityCase> list(String account, String orderId, State state, String before, int limit) {
        return store.list(KIND, account, orderId, state == null ? null : state.name(), before, limit).stream()
            .map(CaseFiles::read).toList();
    }

    /** All cases of an account that have no number yet, however many have one. */
    List<PublicSecurityCase> open(String account) {
        List<PublicSecurityCase> open = new ArrayList<>();
        for (State state : EnumSet.complementOf(EnumSet.of(State.NUMBER_ISSUED))) {
            List<PublicSecurityCase> page = List.of();
            do {
                page = list(account, null, state, page.isEmpty() ? null : page.get(page.size() - 1).id(), PublicSecurityFilings.MOST);
                open.addAll(page);
            } while (page.size() == PublicSecurityFilings.MOST);
        }
        return open;
    }

    private static Kept kept(PublicSecurityCase one) {
        try {
            return new Kept(KIND, one.id(), one.version(), one.orderId(), one.account(), null, one.state().name(),
                JSON.writeValueAsBytes(one));
        } catch (IOException e) {
            throw new UncheckedIOException("a case cannot be written", e);
        }
    }

    private static PublicSecurityCase read(Kept kept) {
        try {
            return JSON.readValue(kept.document(), PublicSecurityCase.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored case cannot be read", e);
        }
    }
}
