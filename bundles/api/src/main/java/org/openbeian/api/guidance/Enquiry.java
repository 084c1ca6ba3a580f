package org.openbeian.api.guidance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.RuleSource;

/**
 * A question to the specialists and what was answered (W-11).
 *
 * @param id id; ids of later enquiries are larger
 * @param version counts the changes; 1 when new
 * @param account account that is answered
 * @param about what it is about
 * @param state where it stands
 * @param askedAt when it was asked
 * @param answeredAt when it was answered first, or null
 * @param entries questions and answers, in their order
 */
public record Enquiry(String id, long version, String account, About about, State state, Instant askedAt, Instant answeredAt,
        List<Entry> entries) {

    /** Where an enquiry stands. */
    public enum State {
        /** Waits for an answer. */
        OPEN,
        /** Was answered; the asker may ask on. */
        ANSWERED,
        /** Is over. */
        CLOSED
    }

    /**
     * What an enquiry is about; each part may be null.
     *
     * @param orderId an order of the asker
     * @param topic a topic of the help
     * @param pointer a field, as JSON pointer into the application
     * @param rule id of a rule
     */
    public record About(String orderId, String topic, String pointer, String rule) {

        /** About nothing in particular. */
        public static final About NOTHING = new About(null, null, null, null);
    }

    /**
     * A text that answers a frequent question, as it was at the time.
     *
     * @param id {@code help:} and the id of a text of the help, or {@code rule:} and the id of a rule
     * @param version version of the catalogue or of the bundle of rules; null when the server itself says it
     * @param title what it is about
     * @param text the answer
     * @param source where it comes from; null for texts of the help
     */
    public record Canned(String id, String version, LocalizedText title, LocalizedText text, RuleSource source) {
    }

    /**
     * A question or an answer.
     *
     * @param at when
     * @param author account that wrote it
     * @param answer whether it is an answer
     * @param text what was written; empty when prepared answers say it all
     * @param canned prepared answers in it; never null
     */
    public record Entry(Instant at, String author, boolean answer, String text, List<Canned> canned) {

        /** Copies the list. */
        public Entry {
            canned = List.copyOf(canned);
        }
    }

    /** Copies the list; nothing in particular stands for null. */
    public Enquiry {
        about = about == null ? About.NOTHING : about;
        entries = List.copyOf(entries);
    }

    /** The same with one more entry, in another state. */
    public Enquiry next(State to, Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        if (entry != null) {
            more.add(entry);
        }
        Instant first = answeredAt == null && entry != null && entry.answer() ? entry.at() : answeredAt;
        return new Enquiry(id, version + 1, account, about, to, askedAt, first, more);
    }

    /**
     * As those see it who may not see personal data.
     *
     * @param mask hides what is personal in a free text
     */
    public Enquiry masked(UnaryOperator<String> mask) {
        return new Enquiry(id, version, account, about, state, askedAt, answeredAt, entries.stream().map(entry -> new Entry(entry.at(),
            entry.author(), entry.answer(), mask.apply(entry.text()), entry.canned())).toList());
    }

    /** Leaves the texts out. */
    @Override
    public String toString() {
        return "enquiry " + id + " v" + version + " " + state;
    }
}
