package org.openbeian.authority.simulator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.openbeian.authority.simulator.control.Scenario;

/**
 * When what will happen to a filing, if nobody interferes.
 *
 * @param sms when the codes go out, or null if the data checks stop it
 * @param answer when the last right code is entered, or null if none will be
 * @param decide when it is decided
 * @param release when the result can be fetched
 * @param outcome how it ends
 * @param opinion the officer's words
 * @param errors what the data checks found
 */
record Plan(Instant sms, Instant answer, Instant decide, Instant release, Outcome outcome, String opinion,
    List<DataChecks.DataError> errors) {

    /** The ministry sends the codes about five minutes after the filing came in. */
    static final Duration SMS_DELAY = Duration.ofMinutes(5);
    /** A code is good for a day. */
    static final Duration SMS_VALID = Duration.ofHours(24);
    /** How many wrong codes send a filing back. */
    static final int MOST_WRONG_CODES = 5;

    static final String EXPIRED_OPINION = "短信核验未在24小时内完成，退回接入服务提供者";
    static final String WRONG_OPINION = "短信核验信息填写错误超过5次，退回接入服务提供者";

    private static final Duration DATA_CHECK = Duration.ofMinutes(2);
    private static final String PASS_OPINION = "审核通过";
    private static final String REFUSE_OPINION = "主办单位信息与证件不一致，请核实后重新提交";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** How a filing ends. */
    enum Outcome {
        PASS, REFUSE, DATA_ERROR, SMS_EXPIRED, SMS_WRONG
    }

    static Plan of(Instant accepted, Scenario scenario, List<DataChecks.DataError> found, boolean exempt) {
        List<DataChecks.DataError> errors = !found.isEmpty() || scenario.review() != Scenario.Review.DATA_ERROR ? found
            : List.of(forced(scenario.opinion()));
        if (!errors.isEmpty()) {
            Instant checked = accepted.plus(DATA_CHECK);
            return new Plan(null, null, checked, checked, Outcome.DATA_ERROR, null, errors);
        }
        if (exempt) {
            return reviewed(null, accepted, scenario);
        }
        Instant sms = accepted.plus(SMS_DELAY);
        Instant act = sms.plus(Duration.ofMinutes(scenario.answerMinutes()));
        return switch (scenario.sms()) {
            case NEVER -> failed(sms, sms.plus(SMS_VALID), Outcome.SMS_EXPIRED, EXPIRED_OPINION);
            case FIVE_WRONG -> failed(sms, act, Outcome.SMS_WRONG, WRONG_OPINION);
            case ANSWERS -> reviewed(sms, act, scenario);
        };
    }

    /** The error that a scenario asks for: its opinion may begin with the code, such as {@code 1025 只有一个接入}. */
    private static DataChecks.DataError forced(String opinion) {
        boolean coded = opinion != null && opinion.matches("(?s)\\d{4} .+");
        return coded ? new DataChecks.DataError(Integer.parseInt(opinion.substring(0, 4)), opinion.substring(5))
            : new DataChecks.DataError(1008, opinion == null ? "证件无效" : opinion);
    }

    private static Plan failed(Instant sms, Instant when, Outcome outcome, String opinion) {
        return new Plan(sms, null, when, when, outcome, opinion, List.of());
    }

    private static Plan reviewed(Instant sms, Instant answered, Scenario scenario) {
        boolean pass = scenario.review() == Scenario.Review.PASS;
        Instant decide = workingDaysLater(answered, scenario.reviewDays());
        String usual = pass ? PASS_OPINION : REFUSE_OPINION;
        return new Plan(sms, answered, decide, decide.plus(Duration.ofDays(scenario.lateDays())), pass ? Outcome.PASS : Outcome.REFUSE,
            scenario.opinion() == null ? usual : scenario.opinion(), List.of());
    }

    /** Mondays to Fridays in Beijing; officers here have no holidays. */
    static Instant workingDaysLater(Instant from, int days) {
        ZonedDateTime day = from.atZone(SHANGHAI);
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.toInstant();
    }
}
