package org.openbeian.api.channel;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The catalogue of messages and their templates. Thread-safe. */
@ProviderType
public interface MessageTemplates {

    /**
     * A template in force, or one that was refused.
     *
     * @param message id of the message; null when a whole file was refused
     * @param form form or channel that it is written for; {@code text} for all without one of their own
     * @param language {@code zh-CN} or {@code en}
     * @param version version of the file it came from
     * @param source bundle it came from
     * @param refused why it does not count, with its place; null when it is in force
     */
    record Template(String message, String form, String language, String version, String source, String refused) {
    }

    /**
     * A message as it would look.
     *
     * @param message id of the message
     * @param form form or channel
     * @param language language
     * @param version version of the template
     * @param source bundle of the template
     * @param subject subject line
     * @param text body
     * @param html the body as HTML, for e-mail; null for others
     * @param parts how many SMS it takes; 0 for others
     */
    record Preview(String message, String form, String language, String version, String source, String subject, String text,
            String html, int parts) {
    }

    /** The messages, by id. */
    List<MessageType> messages();

    /** The templates in force and those refused, by message, form and language. */
    List<Template> templates();

    /**
     * Fills a template with sample data.
     *
     * @param form {@code inbox}, {@code email}, {@code sms}, {@code im}, {@code webhook} or the id of a channel
     * @param language {@code zh-CN} or {@code en}
     * @throws org.openbeian.api.order.Refusal when there is no such message, form or language
     */
    Preview preview(String message, String form, String language);
}
