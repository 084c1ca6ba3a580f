package org.openbeian.core.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.LegalTexts;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.provider.Providers;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.json.ModelJson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Legal texts of the profile or of the server, and in the database every version that somebody consented to. */
@Component(service = LegalTexts.class)
public final class StoredLegalTexts implements LegalTexts {

    private static final Logger LOG = LoggerFactory.getLogger(StoredLegalTexts.class);
    private static final ObjectMapper JSON = ModelJson.mapper();

    private final Transactions transactions;
    private final SettingsStore settings;
    private final Set<ConsentText> known = ConcurrentHashMap.newKeySet();

    /** An operator may leave profiles out. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile Providers providers;

    /** Created by Declarative Services. */
    @Activate
    public StoredLegalTexts(@Reference Transactions transactions, @Reference SettingsStore settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public ConsentText inForce(ConsentText own) {
        Providers present = providers;
        return present == null ? own : present.inForce().stream().flatMap(profile -> profile.texts().stream())
            .filter(text -> text.id().equals(own.id())).findFirst().orElse(own);
    }

    @Override
    public void keep(Collection<ConsentText> texts) {
        List<ConsentText> fresh = texts.stream().filter(text -> !known.contains(text)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        transactions.run(() -> {
            fresh.forEach(this::keep);
            transactions.afterCommit(() -> known.addAll(fresh));
        });
    }

    private void keep(ConsentText text) {
        Optional<ConsentText> before = kept(text.id(), text.version());
        if (before.isEmpty()) {
            settings.put(name(text.id(), text.version()), write(text));
        } else if (!before.get().equals(text)) {
            LOG.error("The words of {} {} were changed without a new version; nobody can consent to it", text.id(), text.version());
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "legal-text-changed", "the words of version " + text.version() + " of the text "
                + text.id() + " were changed after somebody consented to them; the operator has to give them another version");
        }
    }

    @Override
    public Optional<ConsentText> kept(String id, String version) {
        return transactions.call(() -> settings.get(name(id, version))).map(StoredLegalTexts::read);
    }

    private static String name(String id, String version) {
        return "legal-text:" + id + "@" + version;
    }

    private static String write(ConsentText text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsentText read(String json) {
        try {
            return JSON.readValue(json, ConsentText.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
