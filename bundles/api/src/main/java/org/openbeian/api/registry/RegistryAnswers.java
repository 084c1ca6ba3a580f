package org.openbeian.api.registry;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.registry.PublicRegistry.PublicAnswer;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people saw on the pages of the public register, which they open themselves: its captcha is solved by them and never by this
 * server. Staff reads; whoever reviews orders notes answers. Thread-safe.
 *
 * <p>Every method throws {@link Refusal}: FORBIDDEN, NOT_FOUND, or INVALID with all findings.
 */
@ProviderType
public interface RegistryAnswers {

    /** Longest page of {@link #list}. */
    int MOST = 200;

    /**
     * A question with what is known of it and where a person may ask.
     *
     * @param question the question as it is asked; of a name only its mask
     * @param answer the newest answer that is not too old
     * @param pages addresses for a person to open
     */
    record Inquiry(PublicQuestion question, PublicAnswer answer, List<String> pages) {
    }

    /**
     * What somebody saw.
     *
     * @param question what he asked
     * @param verdict FOUND or NOT_FOUND, or UNKNOWN when the page gave no answer
     * @param asOf when he saw it; now when null
     * @param entries what was found; at least one for FOUND, none otherwise
     * @param text what he saw, in his words, 1 to 500 characters
     */
    record NewAnswer(PublicQuestion question, Verdict verdict, Instant asOf, List<PublicEntry> entries, String text) {
    }

    /**
     * A noted answer.
     *
     * @param id its id
     * @param question what was asked; of a name only its mask
     * @param verdict what the register said
     * @param asOf when
     * @param entries what was found
     * @param by account that noted it
     * @param at when it was noted
     * @param text what was seen
     * @param picture media type of the picture that proves it, or null when there is none
     */
    record KeptAnswer(String id, PublicQuestion question, Verdict verdict, Instant asOf, List<PublicEntry> entries, String by, Instant at,
            String text, String picture) {

        /** Copies the list. */
        public KeptAnswer {
            entries = entries == null ? List.of() : List.copyOf(entries);
        }

        /** Names id and verdict only; the rest may be personal data. */
        @Override
        public String toString() {
            return "KeptAnswer[" + id + " " + verdict + "]";
        }
    }

    /** A picture of what was seen. */
    record Proof(String mediaType, byte[] content) {
    }

    /** What is known of a question, and where a person may ask. */
    Inquiry inquire(Actor actor, PublicQuestion question);

    /** Notes what somebody saw; where it differs from the register, a case of Corrections is opened. */
    KeptAnswer note(Actor actor, NewAnswer answer);

    /** Adds the picture that proves an answer; it cannot be exchanged. */
    KeptAnswer prove(Actor actor, String id, String mediaType, byte[] picture);

    /** The picture of an answer; that it was looked at is audited. */
    Proof proof(Actor actor, String id);

    /** One answer. */
    KeptAnswer get(Actor actor, String id);

    /**
     * Answers, newest first.
     *
     * @param after id behind which to go on, or null
     * @param limit 1 to {@value #MOST}
     */
    List<KeptAnswer> list(Actor actor, String after, int limit);
}
