package org.openbeian.aftercare.simulator;

import java.util.Locale;
import java.util.Properties;

/**
 * How the simulated police treats a submission.
 *
 * @param organizer what becomes of a subject
 * @param site what becomes of a website
 * @param days calendar days until it answers
 * @param reason its reason for a return
 * @param fault what goes wrong the first time that something is submitted
 */
record Script(Judgement organizer, Judgement site, int days, String reason, Fault fault) {

    /** What the police says. */
    enum Judgement {
        /** Approves; a website that is interactive only after an interview (T-90). */
        USUAL,
        /** Approves at once. */
        APPROVE,
        /** Returns with a reason. */
        RETURN,
        /** Calls to an interview before it approves. */
        INTERVIEW,
        /** Announces an inspection on site before it approves. */
        VISIT,
        /** Does not take it as it is. */
        DECLINE
    }

    /** What goes wrong. */
    enum Fault {
        /** Nothing. */
        NONE,
        /** It is taken, and the answer is lost. */
        LOST_ANSWER,
        /** The call is lost before anything is taken. */
        LOST_CALL,
        /** It is to come again. */
        BUSY,
        /** It is taken after two seconds of real time. */
        SLOW,
        /** It is taken at once, and the answer takes two seconds of real time. */
        SLOW_ANSWER,
        /** Each answer comes twice. */
        DUPLICATE
    }

    private static final int DAYS = 3;

    static Script of(Properties values) {
        return new Script(Judgement.valueOf(word(values, "organizer", "USUAL")), Judgement.valueOf(word(values, "site", "USUAL")),
            Integer.parseInt(values.getProperty("days", Integer.toString(DAYS)).strip()), values.getProperty("reason", "材料不清晰，请重新提交"),
            Fault.valueOf(word(values, "fault", "NONE")));
    }

    private static String word(Properties values, String name, String usual) {
        return values.getProperty(name, usual).strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
