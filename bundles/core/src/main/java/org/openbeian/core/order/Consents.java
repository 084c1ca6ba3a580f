package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.LegalTexts;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;

/** The texts that must be consented to on submission (A-97, W-38): the operator's, or else the server's own, which are resources. */
final class Consents {

    /** Ids and versions in force, in the order in which they are shown. */
    private static final List<String[]> IN_FORCE = List.of(new String[] {"privacy", "2026-11"},
        new String[] {"terms", "2026-11"}, new String[] {"commitment", "2026-11"});

    private final List<ConsentText> own = IN_FORCE.stream().map(one -> load(one[0], one[1])).toList();
    private final LegalTexts legal;

    Consents(LegalTexts legal) {
        this.legal = legal;
    }

    /** The texts in force. */
    List<ConsentText> texts() {
        return own.stream().map(legal::inForce).toList();
    }

    /** The texts in force, each of which can be read for good from now on. */
    List<ConsentText> kept() {
        List<ConsentText> texts = texts();
        legal.keep(texts);
        return texts;
    }

    /** What is missing, not in force or unknown among the consents given. */
    static List<Finding> check(List<ConsentText> texts, List<Consent> given) {
        List<Finding> findings = new ArrayList<>();
        for (ConsentText wanted : texts) {
            Optional<Consent> found = find(given, wanted.id());
            if (found.isEmpty()) {
                findings.add(ServerFindings.block("consent-missing", "/consents/" + wanted.id(),
                    text("未同意：" + wanted.title().zh(), "Not consented to: " + wanted.title().en()),
                    text("请阅读并勾选", "Read it and tick it")));
            } else if (!wanted.version().equals(found.get().version())) {
                findings.add(ServerFindings.block("consent-outdated", "/consents/" + wanted.id(),
                    text("文本已更新：" + wanted.title().zh(), "The text was updated: " + wanted.title().en()),
                    text("请阅读版本 " + wanted.version() + " 并重新勾选", "Read version " + wanted.version() + " and tick it again")));
            }
        }
        findings.addAll(unknown(texts, given));
        return findings;
    }

    /** Consents to texts that do not exist, which would be given in vain. */
    private static List<Finding> unknown(List<ConsentText> texts, List<Consent> given) {
        List<String> ids = texts.stream().map(ConsentText::id).toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            if (given.get(i) == null || given.get(i).text() == null || !ids.contains(given.get(i).text())) {
                findings.add(ServerFindings.block("consent-unknown", "/consents/" + i,
                    text("没有需要同意的这一文本", "There is no such text to consent to"),
                    text("请更正或删除该项；文本为 " + String.join("、", ids), "Correct or remove this entry; the texts are "
                        + String.join(", ", ids))));
            }
        }
        return findings;
    }

    /** The consents as they are recorded: with time, account and address. */
    static List<Consent> record(List<ConsentText> texts, Actor actor, Instant now) {
        return texts.stream().map(text -> new Consent(text.id(), text.version(), now, actor.account(), actor.address())).toList();
    }

    private static Optional<Consent> find(List<Consent> given, String id) {
        return given == null ? Optional.empty()
            : given.stream().filter(consent -> consent != null && id.equals(consent.text())).findFirst();
    }

    private static ConsentText load(String id, String version) {
        String[] zh = read(id, version, "zh").split("\n\n", 2);
        String[] en = read(id, version, "en").split("\n\n", 2);
        return new ConsentText(id, version, new LocalizedText(zh[0], en[0]), new LocalizedText(zh[1], en[1]));
    }

    private static String read(String id, String version, String language) {
        String name = "consents/" + id + "-" + version + "." + language + ".txt";
        try (InputStream in = Consents.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
