package org.openbeian.api.provider;

import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.StageText;

/**
 * Everything in which one operator differs from another: what he is called, how he is reached, his limits, prices and
 * promised times, his legal texts. What a profile does not say is the installation's own configuration. Immutable.
 *
 * @param id lower-case letters, digits and hyphens
 * @param version version of the profile, such as {@code 1.2.0}
 * @param name what the operator is called
 * @param source document that the profile rests on, or null
 * @param contacts how the operator is reached (E-02)
 * @param texts legal texts of his own (A-97, T-88): {@code privacy}, {@code terms}, {@code commitment}, {@code security-plan};
 *     those that are missing are the server's own
 * @param stages purpose and consequence of stages in his words (W-04); those that are missing are the server's own
 * @param settings values of configurations; what an operator wrote into his own files comes first
 */
public record ProviderProfile(String id, String version, LocalizedText name, String source, List<Contact> contacts,
        List<ConsentText> texts, List<StageText> stages, List<Setting> settings) {

    /** Copies the lists; null is an empty one. */
    public ProviderProfile {
        contacts = copy(contacts);
        texts = copy(texts);
        stages = copy(stages);
        settings = copy(settings);
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Ways to reach an operator. */
    public enum ContactKind {
        /** A phone number. */
        PHONE,
        /** An e-mail address. */
        MAIL,
        /** A page, http or https. */
        PAGE
    }

    /**
     * A way to reach the operator.
     *
     * @param kind what the value is
     * @param value number or address
     * @param purpose what it is for
     * @param source row of the catalogue or document, or null
     */
    public record Contact(ContactKind kind, String value, LocalizedText purpose, String source) {
    }

    /**
     * A value of a configuration.
     *
     * @param pid PID of the configuration, such as {@code org.openbeian.core}
     * @param key its key, such as {@code pre.review.working.days}
     * @param value the value, several for a list
     * @param source row of the catalogue or document, or null
     */
    public record Setting(String pid, String key, List<String> value, String source) {

        /** Copies the list; null is an empty one. */
        public Setting {
            value = copy(value);
        }
    }
}
