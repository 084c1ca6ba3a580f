package org.openbeian.api.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openbeian.api.model.LocalizedText;

/**
 * A report to an authority.
 *
 * @param number our number of it, never used twice
 * @param authorityId the authority
 * @param kind what is reported
 * @param caseId the case of {@link org.openbeian.api.correction.Corrections} that it answers, or null
 * @param state how it stands
 * @param content the fields, by the ministry's names: texts, numbers, lists and maps; one that is null is left out; personal data
 * @param answers what the authority, or our own check before the upload, said of it, the last refusal first; empty while nothing was said
 * @param by account that sent it
 * @param createdAt when it was entered
 * @param changedAt when its state changed last
 * @param file sequence number of the upload file that holds it, 0 while there is none
 * @param parts how many parts of it the authority answers one by one, 0 when it answers the report as a whole
 * @param open of how many of the parts nothing was said yet
 */
public record Report(long number, String authorityId, ReportKind kind, String caseId, State state, Map<String, Object> content,
        List<Answer> answers, String by, Instant createdAt, Instant changedAt, long file, int parts, int open) {

    /** How a report stands. */
    public enum State {
        /** It waits in the authority's lane. */
        QUEUED,
        /** The authority took the file with it; for most kinds nothing more is ever said. */
        SENT,
        /** The authority said that it is done. */
        DONE,
        /** It was refused; it is to be mended and sent as a new one. */
        FAILED,
        /** It was taken back before it was sent. */
        SKIPPED
    }

    /** Who mends what is wrong. */
    public enum Mender {
        /** The account whose filing it is. */
        APPLICANT,
        /** The specialists. */
        SPECIALIST,
        /** The operators. */
        OPERATOR
    }

    /**
     * One word of an answer.
     *
     * @param code the ministry's code, or {@code upload-} and the code with which a whole file was refused
     * @param mender who mends it
     * @param text what was said
     * @param mend how to mend it
     * @param place JSON pointer to the part of the content that it is about, null for all of it
     */
    public record Answer(String code, Mender mender, LocalizedText text, LocalizedText mend, String place) {

        /** About all of the content. */
        public Answer(String code, Mender mender, LocalizedText text, LocalizedText mend) {
            this(code, mender, text, mend, null);
        }

        /** The same about a part. */
        public Answer at(String pointer) {
            return new Answer(code, mender, text, mend, pointer);
        }
    }

    /** One that the authority answers as a whole. */
    public Report(long number, String authorityId, ReportKind kind, String caseId, State state, Map<String, Object> content,
            List<Answer> answers, String by, Instant createdAt, Instant changedAt, long file) {
        this(number, authorityId, kind, caseId, state, content, answers, by, createdAt, changedAt, file, 0, 0);
    }

    /** Copies the lists. */
    public Report {
        Map<String, Object> given = new HashMap<>(content);
        given.values().removeIf(Objects::isNull);
        content = Map.copyOf(given);
        answers = List.copyOf(answers);
    }

    /** The same report in another state, with what was said of it. */
    public Report with(State next, List<Answer> said, Instant at) {
        return new Report(number, authorityId, kind, caseId, next, content, said, by, createdAt, at, file, parts, open);
    }

    /** The same report in a file; 0 takes it out. */
    public Report in(long sequence) {
        return new Report(number, authorityId, kind, caseId, state, content, answers, by, createdAt, changedAt, sequence, parts, open);
    }

    /** The same report when so many of its parts are open. */
    public Report of(int all, int stillOpen) {
        return new Report(number, authorityId, kind, caseId, state, content, answers, by, createdAt, changedAt, file, all, stillOpen);
    }

    /** Code of the last refusal of one that failed, otherwise null. */
    public String error() {
        return state == State.FAILED && !answers.isEmpty() ? answers.get(0).code() : null;
    }

    /** Leaves the content out. */
    @Override
    public String toString() {
        return "Report[" + number + " " + kind + " " + state + "]";
    }
}
