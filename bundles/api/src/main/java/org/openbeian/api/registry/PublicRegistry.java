package org.openbeian.api.registry;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.OrganizerNature;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The port to a source that knows what the public register of filings says (E-19). The ministry's own query page asks a person for a
 * captcha: no implementation may call, scrape or otherwise automate it. It is for people, who note what they saw by
 * {@link RegistryAnswers}; a provider with a licensed source plugs that in here. Called on threads of the server, several at once; a
 * call that takes longer than configured, throws or answers null counts as one that does not know. Whoever is asked may not log the
 * question, which may name a person.
 */
@ConsumerType
public interface PublicRegistry {

    /** By what is asked. */
    enum By {
        /** The exact name of the organizer. */
        UNIT_NAME,
        /** A domain in lower-case A-form. */
        DOMAIN,
        /** The filing number of an organizer or a service, as printed. */
        NUMBER
    }

    /** What the register says. */
    enum Verdict {
        /** It has at least one entry. */
        FOUND,
        /** It has none. */
        NOT_FOUND,
        /** It could not be asked; this is never taken for one of the others. */
        UNKNOWN
    }

    /**
     * A question.
     *
     * @param by by what is asked
     * @param value the name, domain or number
     */
    record PublicQuestion(By by, String value) {

        /** Leaves out what may be the name of a person. */
        @Override
        public String toString() {
            return "PublicQuestion[" + by + "]";
        }
    }

    /**
     * Who an entry is of.
     *
     * @param name name as published
     * @param nature nature, or null when it was not said; the name counts as a person's then
     */
    record PublicUnit(String name, OrganizerNature nature) {

        /** Leaves the name out. */
        @Override
        public String toString() {
            return "PublicUnit[" + nature + "]";
        }
    }

    /**
     * One entry; what was not said is null.
     *
     * @param organizer the organizer, or null
     * @param organizerNumber its filing number
     * @param serviceNumber filing number of the service, or null for the organizer alone
     * @param serviceName name of the service
     * @param domains its domains; empty when they were not said
     */
    record PublicEntry(PublicUnit organizer, String organizerNumber, String serviceNumber, String serviceName, List<String> domains) {

        /** Copies the list. */
        public PublicEntry {
            domains = domains == null ? List.of() : List.copyOf(domains);
        }
    }

    /**
     * An answer.
     *
     * @param verdict what the register says
     * @param asOf at which time it said so; when it was asked for UNKNOWN
     * @param entries the entries, empty unless FOUND
     * @param source who says so, such as {@code person}, {@code simulator} or {@code nobody}; letters, digits and hyphens
     */
    record PublicAnswer(Verdict verdict, Instant asOf, List<PublicEntry> entries, String source) {

        /** Copies the list. */
        public PublicAnswer {
            entries = entries == null ? List.of() : List.copyOf(entries);
        }
    }

    /** Answers a question. */
    PublicAnswer ask(PublicQuestion question);
}
