package org.openbeian.api.guidance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbeian.api.guidance.Enquiry.About;
import org.openbeian.api.guidance.Enquiry.Canned;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Questions to the specialists, at any hour (W-11). Free texts are kept encrypted, and what looks like personal data in them is
 * masked for all but the asker and who acts for him.
 *
 * <p>Every method throws {@link Refusal} when the enquiry is unknown to the actor, or the actor lacks the right. Thread-safe.
 */
@ProviderType
public interface Enquiries {

    /** The most that a list has. */
    int MOST = 200;

    /**
     * Asks.
     *
     * @param actor needs the permission ASK; a question about an order goes to the account of the order
     * @param about what it is about; each part is looked at
     * @param text the question, 2 to 4,000 characters
     */
    Enquiry ask(Actor actor, About about, String text);

    /** Asks on; the enquiry is open again. Refused once it is closed. */
    Enquiry askOn(Actor actor, String id, String text);

    /**
     * Answers, and tells the account.
     *
     * @param actor needs the permission ANSWER
     * @param text the answer, at most 4,000 characters; may be empty beside prepared answers
     * @param canned ids of prepared answers, at most five of {@link #suggestions}
     */
    Enquiry answer(Actor actor, String id, String text, List<String> canned);

    /** Ends it, by the asker or a specialist. */
    Enquiry close(Actor actor, String id);

    /** An enquiry that the actor may see. */
    Enquiry get(Actor actor, String id);

    /**
     * Enquiries that the actor may see, newest first.
     *
     * @param state only those in this state, or null
     * @param before only those with a smaller id, or null
     * @param limit at most {@link #MOST}
     */
    List<Enquiry> list(Actor actor, Enquiry.State state, String before, int limit);

    /** Prepared answers that fit: from the help, and from the rules that its order is judged by. */
    List<Canned> suggestions(Actor actor, String id);

    /**
     * Shows the texts in clear, by JSON pointer; recorded in the audit.
     *
     * @param actor needs the permission REVEAL_DATA
     * @param reason why, 4 to 1,000 characters
     */
    Map<String, String> reveal(Actor actor, String id, String reason);

    /**
     * Measures first answers: all together, then by topic.
     *
     * @param actor needs the permission READ_LEVELS
     * @param from the first instant of asking
     * @param until the first instant that is too late, after {@code from}
     */
    List<ResponseTime> responseTimes(Actor actor, Instant from, Instant until);
}
