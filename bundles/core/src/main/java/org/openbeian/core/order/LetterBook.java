package org.openbeian.core.order;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.LegalTexts;
import org.openbeian.api.order.Letter;
import org.openbeian.api.order.Order;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.rules.FormTemplates.FormTemplate;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.CaseStore.Kept;
import org.openbeian.core.json.ModelJson;
import org.openbeian.core.letter.LetterText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The forms in force, and which version was printed for an order last. Joins the caller's transaction. Thread-safe. */
@Component(service = LetterBook.class)
public final class LetterBook {

    /** Of the texts that the server brings. */
    static final String OWN_VERSION = "2026-11";

    private static final String KIND = "letter";
    /** Slots with a text of the server's own; the forms of authorities are theirs, and come from the operator. */
    private static final Set<String> OWN = Set.of("power-of-attorney", "site-lead-letter", "foreign-representative-attorney");
    /** Has the words that are consented to on submission. */
    private static final String COMMITMENT = "commitment-letter";
    private static final List<String> SIGNATURE = List.of("主办单位：{organizer.name}", "证件号码：{organizer.certificateNumber}",
        "互联网信息服务：{service.name}（{service.domains}）", "法定代表人或负责人（签名）：＿＿＿＿＿＿＿＿　　单位（盖章）：",
        "日期：＿＿＿＿年＿＿月＿＿日");

    private final FormTemplates forms;
    private final CaseStore cases;
    private final Consents consents;
    private final LegalTexts legal;

    /** Created by Declarative Services. */
    @Activate
    public LetterBook(@Reference FormTemplates forms, @Reference CaseStore cases, @Reference LegalTexts legal) {
        this.forms = forms;
        this.cases = cases;
        this.consents = new Consents(legal);
        this.legal = legal;
    }

    /**
     * A form.
     *
     * @param version its version
     * @param kind how it is printed
     * @param text its text, when it is a letter
     * @param words the words that are consented to, when it has these; else null
     */
    record Form(String version, Letter.Kind kind, LetterText text, ConsentText words) {
    }

    /**
     * What was printed.
     *
     * @param version of the form
     * @param at when
     * @param by account
     */
    record Print(String version, Instant at, String by) {
    }

    /** Version of a slot's form that is in force. */
    public String version(String slot) {
        return loaded(slot).map(form -> Integer.toString(form.version())).orElseGet(() -> slot.equals(COMMITMENT)
            ? commitment().version() : OWN.contains(slot) ? OWN_VERSION : Letter.NONE);
    }

    /** The form in force. */
    Form form(String slot) {
        Optional<FormTemplate> loaded = loaded(slot);
        if (loaded.isPresent()) {
            FormTemplate form = loaded.get();
            return form.mediaType().equals(FormTemplates.LETTER) ? new Form(version(slot), Letter.Kind.LETTER,
                LetterText.read(forms.document(slot, form.version()).content()), null)
                : new Form(version(slot), Letter.Kind.SHEET, null, null);
        }
        if (slot.equals(COMMITMENT)) {
            ConsentText text = commitment();
            return new Form(text.version(), Letter.Kind.LETTER, new LetterText(text.title().zh(),
                Stream.concat(text.body().zh().lines().filter(line -> !line.isBlank()), SIGNATURE.stream()).toList()), text);
        }
        return OWN.contains(slot) ? new Form(OWN_VERSION, Letter.Kind.LETTER, own(slot), null)
            : new Form(Letter.NONE, Letter.Kind.MISSING, null, null);
    }

    private ConsentText commitment() {
        return consents.texts().stream().filter(text -> text.id().equals("commitment")).findFirst().orElseThrow();
    }

    private Optional<FormTemplate> loaded(String slot) {
        return forms.slots().stream().filter(form -> form.slot().equals(slot) && form.version() > 0).findFirst();
    }

    private static LetterText own(String slot) {
        try (InputStream in = LetterBook.class.getResourceAsStream("letters/" + slot + "-" + OWN_VERSION + ".txt")) {
            return LetterText.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the letter " + slot, e);
        }
    }

    /** Version of a letter that was printed for an order last, or null. */
    public String printed(String orderId, String type, String subject) {
        return print(orderId, type, subject).map(Print::version).orElse(null);
    }

    /** What was printed last. */
    Optional<Print> print(String orderId, String type, String subject) {
        return cases.about(KIND, about(orderId, type, subject)).map(LetterBook::read);
    }

    /** Keeps what was printed, in place of what was before; of two at once one stays. Words that are signed stay readable for good. */
    void keep(Order order, String id, String type, String subject, Form form, Instant at, String by) {
        if (form.words() != null) {
            legal.keep(List.of(form.words()));
        }
        String about = about(order.id(), type, subject);
        Optional<Kept> before = cases.about(KIND, about);
        byte[] document = write(new Print(form.version(), at, by));
        if (before.isPresent()) {
            Kept old = before.get();
            cases.update(new Kept(KIND, old.id(), old.version() + 1, order.id(), order.account(), about, "PRINTED", document));
        } else {
            cases.insert(new Kept(KIND, id, 1, order.id(), order.account(), about, "PRINTED", document));
        }
    }

    private static String about(String orderId, String type, String subject) {
        return orderId + " " + type + " " + subject;
    }

    private static byte[] write(Print print) {
        try {
            return ModelJson.mapper().writeValueAsBytes(print);
        } catch (IOException e) {
            throw new UncheckedIOException("a print cannot be written", e);
        }
    }

    private static Print read(Kept kept) {
        try {
            return ModelJson.mapper().readValue(kept.document(), Print.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored print cannot be read", e);
        }
    }
}
