package org.openbeian.core.message;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openbeian.api.channel.HtmlText;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.MessageType;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.SmsText;
import org.openbeian.api.order.Refusal;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The templates, ours and those of {@code OB-INF/messages/*.yaml} in any active bundle: of two for one text that of the higher
 * bundle version counts, then that of the bundle installed later. A file with a mistake is refused as a whole. Thread-safe.
 */
@Component(service = {MessageTemplates.class, TemplatesComponent.class}, immediate = true)
public final class TemplatesComponent implements MessageTemplates, BundleTrackerCustomizer<List<TemplateFile>> {

    private static final Logger LOG = LoggerFactory.getLogger(TemplatesComponent.class);
    private static final String FOLDER = "OB-INF/messages";
    private static final int BIGGEST = 1_000_000;

    private final Channels channels;
    private final Map<Bundle, List<TemplateFile>> others = new HashMap<>();
    private final BundleTracker<List<TemplateFile>> tracker;
    private volatile TemplateShelf shelf = new TemplateShelf(List.of());

    /** Follows the bundles. */
    @Activate
    public TemplatesComponent(BundleContext context, @Reference Channels channels) {
        this.channels = channels;
        this.tracker = context == null ? null : new BundleTracker<>(context, Bundle.ACTIVE | Bundle.STARTING, this);
        if (tracker != null) {
            tracker.open();
        }
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public List<TemplateFile> addingBundle(Bundle bundle, BundleEvent event) {
        List<URL> found = bundle.findEntries(FOLDER, "*.yaml", false) == null ? List.of()
            : Collections.list(bundle.findEntries(FOLDER, "*.yaml", false));
        if (found.isEmpty()) {
            return null;
        }
        List<TemplateFile> files = new ArrayList<>();
        for (URL url : found) {
            String source = bundle.getSymbolicName() + "/" + bundle.getVersion();
            try (InputStream in = url.openStream()) {
                byte[] content = in.readNBytes(BIGGEST + 1);
                files.add(content.length > BIGGEST ? TemplateFile.refused(source, url.getPath() + " is longer than " + BIGGEST + " bytes")
                    : TemplateFile.read(new String(content, StandardCharsets.UTF_8), source));
            } catch (IOException e) {
                files.add(TemplateFile.refused(source, url.getPath() + " cannot be read: " + e));
            }
        }
        files.stream().filter(file -> !file.problems().isEmpty())
            .forEach(file -> LOG.error("Templates of {} are refused: {}", file.source(), file.problems()));
        change(bundle, files);
        return files;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<TemplateFile> files) {
        // The files of a bundle change with an update alone, which removes it first.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<TemplateFile> files) {
        change(bundle, null);
    }

    private synchronized void change(Bundle bundle, List<TemplateFile> files) {
        if (files == null) {
            others.remove(bundle);
        } else {
            others.put(bundle, files);
        }
        shelf = new TemplateShelf(others.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Comparator.comparing(Bundle::getVersion).thenComparing(Bundle::getBundleId).reversed()))
            .flatMap(entry -> entry.getValue().stream()).toList());
    }

    TemplateShelf shelf() {
        return shelf;
    }

    @Override
    public List<MessageType> messages() {
        return Arrays.stream(Notice.values()).map(Notice::type).sorted(Comparator.comparing(MessageType::id)).toList();
    }

    @Override
    public List<Template> templates() {
        return shelf.list();
    }

    @Override
    public Preview preview(String message, String form, String language) {
        Notice notice = Notice.of(message == null ? "" : message).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND,
            "message-not-found", "there is no such message; the catalogue lists them"));
        if (!TemplateFile.LANGUAGES.contains(language)) {
            throw new Refusal(Refusal.Kind.INVALID, "language-unknown", "a language is one of " + TemplateFile.LANGUAGES);
        }
        String known = channels.find(form == null ? "" : form).map(NotificationChannel::form).orElse(form);
        if (known == null || !NotificationForms.ALL.contains(known)) {
            throw new Refusal(Refusal.Kind.INVALID, "form-unknown", "a form is one of " + NotificationForms.ALL
                + ", or the id of a channel that is there");
        }
        org.openbeian.core.message.Template template = shelf.find(notice, form, known, language).orElseThrow();
        String subject = template.subject(name -> SampleValues.of(name, language));
        String text = template.body(name -> SampleValues.of(name, language));
        return new Preview(message, form, language, template.version(), template.source(), subject, text,
            known.equals("email") ? HtmlText.page(language, subject, text) : null,
            known.equals("sms") ? SmsText.parts(text).size() : 0);
    }
}
