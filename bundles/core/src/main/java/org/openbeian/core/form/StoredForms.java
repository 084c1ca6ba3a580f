package org.openbeian.core.form;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.letter.LetterText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the documents beside the materials, and a line on each version of a slot among the settings. */
@Component(service = FormTemplates.class)
public final class StoredForms implements FormTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(StoredForms.class);
    private static final String OWNER = "form-templates";

    private final Transactions transactions;
    private final SettingsStore settings;
    private final BlobStore blobs;
    private final RuleBooks books;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public StoredForms(@Reference Transactions transactions, @Reference SettingsStore settings, @Reference BlobStore blobs,
            @Reference RuleBooks books, @Reference Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.blobs = blobs;
        this.books = books;
        this.clock = clock;
    }

    @Override
    public List<FormTemplate> slots() {
        return transactions.call(() -> books.current().formSlots().stream().map(slot -> newest(slot, versions(slot))).toList());
    }

    @Override
    public FormDocument document(String slot, int version) {
        known(slot);
        return transactions.call(() -> {
            List<FormTemplate> versions = versions(slot);
            int wanted = version == 0 ? versions.size() : version;
            if (wanted < 1 || wanted > versions.size()) {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "form-not-loaded", versions.isEmpty()
                    ? "no form is loaded in the slot " + slot + " yet; ask the support for it"
                    : "the slot " + slot + " holds the versions 1 to " + versions.size());
            }
            return new FormDocument(versions.get(wanted - 1), blobs.get(blob(slot, wanted), OWNER));
        });
    }

    @Override
    public FormTemplate load(Actor actor, String slot, byte[] content) {
        known(slot);
        if (content.length > MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "form-too-large", "a form may have at most " + MAX_BYTES + " bytes");
        }
        DocumentKind kind = DocumentKind.of(content);
        if (kind == null) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED, "form-kind", "expected a PDF, a Word document (doc, docx)"
                + " or the text of a letter, which begins with a line '# title'");
        }
        if (kind == DocumentKind.LETTER) {
            LetterText.read(content);
        }
        FormTemplate loaded = transactions.call(() -> {
            List<FormTemplate> versions = versions(slot);
            FormTemplate template = new FormTemplate(slot, versions.size() + 1, kind.mediaType(), content.length, digest(content),
                clock.instant().toString(), actor.account());
            versions.add(template);
            // Of two at once the second fails here: there is a document of that number.
            blobs.put(blob(slot, template.version()), OWNER, content);
            settings.put(setting(slot), String.join("\n", versions.stream().map(StoredForms::line).toList()));
            return template;
        });
        LOG.info("Form {} version {} was loaded by {}", slot, loaded.version(), actor.account());
        return loaded;
    }

    private void known(String slot) {
        SortedSet<String> slots = books.current().formSlots();
        if (!slots.contains(slot)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "form-slot-unknown", "the rules in force name no such slot; they name "
                + (slots.isEmpty() ? "none" : String.join(", ", slots)));
        }
    }

    private static FormTemplate newest(String slot, List<FormTemplate> versions) {
        return versions.isEmpty() ? new FormTemplate(slot, 0, null, 0, null, null, null) : versions.get(versions.size() - 1);
    }

    private List<FormTemplate> versions(String slot) {
        List<FormTemplate> versions = new ArrayList<>();
        settings.get(setting(slot)).ifPresent(lines -> lines.lines().forEach(line -> {
            String[] parts = line.split(" ", 5);
            versions.add(new FormTemplate(slot, versions.size() + 1, parts[0], Long.parseLong(parts[1]), parts[2], parts[3], parts[4]));
        }));
        return versions;
    }

    private static String line(FormTemplate template) {
        return template.mediaType() + " " + template.size() + " " + template.sha256() + " " + template.loadedAt() + " "
            + template.loadedBy();
    }

    private static String setting(String slot) {
        return "form-template." + slot;
    }

    private static String blob(String slot, int version) {
        return "form-template-" + slot + "-" + version;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
