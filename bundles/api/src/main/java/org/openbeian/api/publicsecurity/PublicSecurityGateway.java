package org.openbeian.api.publicsecurity;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityFilings.Details;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A machine's way to the platform of public security, where an integrator has one; without one the applicant acts on the platform
 * and records what came of it. Register one as a service. It is called outside any transaction, on a few threads, with a limit of
 * time after which the outcome counts as doubtful. An exception other than those declared counts as doubtful too. Thread-safe.
 */
@ConsumerType
public interface PublicSecurityGateway {

    /**
     * What is submitted; in clear.
     *
     * @param key tells the submission from every other, 1 to 64 letters, digits and hyphens
     * @param part subject or website
     * @param provinceId province of the filing, six-digit code
     * @param form the whole form, also for a subject alone
     * @param statement version of the security plan consented to; null for the subject
     * @param pictures materials of the filing as the platform takes them (T-65)
     */
    record Submission(String key, Part part, String provinceId, PublicSecurityForm form, String statement, List<Picture> pictures) {

        /** Copies the list. */
        public Submission {
            pictures = List.copyOf(pictures);
        }

        /** Names key and part only. */
        @Override
        public String toString() {
            return "Submission[" + key + " " + part + "]";
        }
    }

    /**
     * A picture.
     *
     * @param type material type, such as {@code id-card-portrait}
     * @param subject JSON pointer into the filing to what it proves
     * @param mediaType {@code image/jpeg} or {@code image/png}
     * @param content its bytes
     */
    record Picture(String type, String subject, String mediaType, byte[] content) {

        /** Leaves the bytes out. */
        @Override
        public String toString() {
            return "Picture[" + type + "]";
        }
    }

    /** How a submission ended. */
    sealed interface Outcome {
    }

    /**
     * The platform took it.
     *
     * @param reference the platform's number of it, or null
     */
    record Taken(String reference) implements Outcome {
    }

    /**
     * The platform refuses it as it is; it has to be changed.
     *
     * @param reason in the platform's words, without personal data
     */
    record Declined(String reason) implements Outcome {
    }

    /**
     * Nothing was taken; the same may be sent again.
     *
     * @param cause for the operator, without personal data
     */
    record TryLater(String cause) implements Outcome {
    }

    /**
     * It was sent and no answer came: {@link #find} is asked before anything else.
     *
     * @param cause for the operator, without personal data
     */
    record Doubtful(String cause) implements Outcome {
    }

    /**
     * What the police answered about a submission.
     *
     * @param id tells it from the other answers about the submission; an answer may come more than once
     * @param event what happened
     * @param details what belongs to the event
     */
    record Answer(String id, Event event, Details details) {
    }

    /**
     * A filing whose data are passed for a data code, which its applicant consented to; in clear.
     *
     * @param key tells the passing from every other, 1 to 64 letters, digits and hyphens
     * @param provinceId province of the filing, six-digit code
     * @param filingNumber number of the filed website
     * @param form the form as far as it is filled in, which is at least what the filing knows
     */
    record DataPassing(String key, String provinceId, String filingNumber, PublicSecurityForm form) {

        /** Names the key only. */
        @Override
        public String toString() {
            return "DataPassing[" + key + "]";
        }
    }

    /**
     * What came of a passing.
     *
     * @param code the data code, or null when the passing failed
     * @param issuedOn day in China on which the code was issued; null for the day on which it is fetched
     * @param reason why it failed, in the platform's words and without personal data; null when there is a code
     */
    record DataCode(String code, LocalDate issuedOn, String reason) {

        /** Leaves the code out: whoever has it gets at the data. */
        @Override
        public String toString() {
            return "DataCode[" + (code == null ? reason : "***") + "]";
        }
    }

    /** Whether it passes data for data codes. Where it does not, operators are told to do it. */
    default boolean passesData() {
        return false;
    }

    /**
     * Passes the data of a filing for a data code, and says what came of it. It is called again until there is an answer: data of a key
     * that the platform knows are not passed again.
     *
     * @return empty while the platform has not answered
     * @throws IOException when that cannot be told now
     */
    default Optional<DataCode> dataCode(DataPassing passing) throws IOException {
        return Optional.empty();
    }

    /** Submits. A key that the platform knows is not taken again: the outcome is that of the first time. */
    Outcome submit(Submission submission);

    /**
     * Whether the platform took a submission.
     *
     * @return its reference, or an empty text when it has none; empty when it is surely not there
     * @throws IOException when that cannot be told now
     */
    Optional<String> find(String key) throws IOException;

    /**
     * Everything that the police answered so far about a submission, oldest first.
     *
     * @throws IOException when the platform cannot be asked now
     */
    List<Answer> answers(String key) throws IOException;
}
