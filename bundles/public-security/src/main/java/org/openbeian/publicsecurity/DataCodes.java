package org.openbeian.publicsecurity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.LegalTexts;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Passing;
import org.openbeian.api.publicsecurity.PublicSecurityCase.PassingStage;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Step;
import org.openbeian.api.publicsecurity.PublicSecurityFilings.Details;
import org.openbeian.api.publicsecurity.PublicSecurityGateway;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.DurableTasks;

/**
 * The way by data code (national rules, section 12): the applicant consents, his data are passed, a code comes that is to be entered on
 * the platform within its term. It may fail at each step; the case itself stays where it is and goes on by hand.
 */
final class DataCodes {

    private static final Set<Event> EVENTS = EnumSet.of(Event.CODE_ASKED, Event.CODE_ISSUED, Event.CODE_USED, Event.CODE_FAILED,
        Event.CODE_EXPIRED);
    private static final Set<FilingType> PASSED = EnumSet.of(FilingType.FIRST, FilingType.NEW_SERVICE);
    /** How a code looks is not known. */
    private static final Pattern CODE = Pattern.compile("[^\\p{Cntrl}\\s][^\\p{Cntrl}]{0,199}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(CaseBook.CHINA);

    private static final int OPERATORS = 50;

    private final LegalTexts legal;
    private final AccountStore accounts;
    private final Notices notices;
    private final DurableTasks tasks;
    private final PublicSecuritySettings settings;
    private final Clock clock;
    /** The one that is there now, or null. */
    private final Supplier<PublicSecurityGateway> gateway;

    DataCodes(LegalTexts legal, AccountStore accounts, Notices notices, DurableTasks tasks, PublicSecuritySettings settings, Clock clock,
            Supplier<PublicSecurityGateway> gateway) {
        this.gateway = gateway;
        this.legal = legal;
        this.accounts = accounts;
        this.notices = notices;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    static boolean isAbout(Event event) {
        return EVENTS.contains(event);
    }

    ConsentText text() {
        return legal.inForce(Statement.PASSING);
    }

    /** The case after something that happened on this way. Joins the caller's transaction. */
    PublicSecurityCase next(Actor actor, PublicSecurityCase found, FilingType type, Event event, Details details) {
        if (!Steps.TO_SUBMIT.contains(found.state())) {
            throw wrong("psb-state", "The case is " + found.state() + "; a data code is of use only before the website is submitted.");
        }
        Passing before = found.passing();
        Passing after = switch (event) {
            case CODE_ASKED -> asked(actor, before, type, details.statement());
            case CODE_ISSUED -> issued(at(before, event, PassingStage.ASKED), details);
            case CODE_USED -> used(at(before, event, PassingStage.ISSUED));
            case CODE_FAILED -> at(before, event, PassingStage.ASKED, PassingStage.ISSUED, PassingStage.USED)
                .at(PassingStage.FAILED, Inputs.reason(details.reason()));
            default -> throw wrong("psb-code-step", "The server itself records that a data code expired.");
        };
        return happened(actor, found, after, event);
    }

    private PublicSecurityCase happened(Actor actor, PublicSecurityCase found, Passing after, Event event) {
        PublicSecurityCase next = found.with(after, new Step(clock.instant(), actor.account(), event, after.reason()));
        if (event == Event.CODE_ASKED && gateway.get() != null) {
            // Whether it passes data is asked there: a plugin's code must not run inside the applicant's transaction.
            tasks.schedule(DataCodeFetch.NAME, next.id(), clock.instant());
        } else if (event == Event.CODE_ASKED) {
            tellOperators(next);
        } else if (event == Event.CODE_ISSUED) {
            notices.tell(issued(next, occasion(next)));
            wake(after, clock.instant()).ifPresent(at -> Steps.watch(tasks, DataCodeWatch.NAME, next.id(), at));
        } else if (event == Event.CODE_FAILED) {
            lost(next, "失败 / failed");
        }
        return next;
    }

    /** Tells operators to pass the data by hand; each once for one asking. */
    void tellOperators(PublicSecurityCase asked) {
        accounts.withRole(Role.OPERATOR, OPERATORS).forEach(operator -> notices.tell(new Notice("psb-code-asked", operator, null,
            occasion(asked), Map.of("case", asked.id(), "order", asked.orderId()))));
    }

    private void lost(PublicSecurityCase next, String result) {
        notices.tell(new Notice("psb-code-lost", next.account(), next.orderId(), occasion(next), Map.of("result", result)));
    }

    /** The case once the term of its code is over; nobody was told of that yet. */
    PublicSecurityCase expired(PublicSecurityCase found) {
        return happened(Actor.SYSTEM, found, found.passing().at(PassingStage.EXPIRED, null), Event.CODE_EXPIRED);
    }

    /** Tells that the code of a case expired, as it is stored; a website that was submitted without it needs none. */
    void tellExpired(PublicSecurityCase stored) {
        if (Steps.TO_SUBMIT.contains(stored.state())) {
            lost(stored, "已过期 / expired");
        }
    }

    private Passing asked(Actor actor, Passing before, FilingType type, String version) {
        if (!PASSED.contains(type)) {
            throw wrong("psb-code-type", "Data codes are for the websites of first and further filings; this one came by " + type
                + ". Fill in the platform's forms.");
        }
        if (before != null && (before.stage() == PassingStage.ASKED || before.stage() == PassingStage.ISSUED
                && before.validUntil().isAfter(clock.instant()))) {
            throw wrong("psb-code-there", "A data code was asked for already; it is " + before.stage() + ".");
        }
        ConsentText text = text();
        Inputs.consented(text, version);
        legal.keep(List.of(text));
        return new Passing(PassingStage.ASKED, new Consent(text.id(), version, clock.instant(), actor.account(), actor.address()), null,
            null, null);
    }

    private Passing issued(Passing asked, Details details) {
        if (details.number() == null || !CODE.matcher(details.number()).matches()) {
            throw Inputs.invalid("psb-code-format", "/number", "数据码缺失，或含控制字符、首尾空格，或超过 200 个字符",
                "The data code is missing, has control characters or a blank before it, or more than 200 characters",
                "请照录收到的数据码", "Enter the code as it came");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), CaseBook.CHINA);
        LocalDate day = details.grantedOn() == null ? today : details.grantedOn();
        Instant end = day.plusDays(settings.get().code_days()).atStartOfDay(CaseBook.CHINA).toInstant();
        if (day.isAfter(today) || !end.isAfter(clock.instant())) {
            throw Inputs.invalid("psb-code-day", "/grantedOn", "数据码的签发日期在将来，或已过有效期",
                "The day of the data code is to come, or its term of " + settings.get().code_days() + " days is over",
                "请填写实际签发日期；已过期的请重新申请", "Enter the day on which it was issued, or ask for another one");
        }
        return new Passing(PassingStage.ISSUED, asked.consent(), details.number(), end, null);
    }

    private Passing used(Passing issued) {
        if (!issued.validUntil().isAfter(clock.instant())) {
            throw wrong("psb-code-expired", "The data code expired; ask for another one, or fill in the platform's forms.");
        }
        return issued.at(PassingStage.USED, null);
    }

    private static Passing at(Passing before, Event event, PassingStage... stages) {
        if (before == null || !List.of(stages).contains(before.stage())) {
            throw wrong("psb-code-step", (before == null ? "No data code was asked for" : "The data code is " + before.stage()) + "; "
                + event + " takes one of " + List.of(stages) + ".");
        }
        return before;
    }

    private static Refusal wrong(String code, String message) {
        return new Refusal(Kind.WRONG_STATE, code, message);
    }

    private static String occasion(PublicSecurityCase about) {
        return "psb-" + about.id() + "-" + about.steps().size();
    }

    /** The passing without its code, once the police issued the number; null stays null. */
    static Passing spent(Passing found) {
        return found == null ? null : found.at(found.stage(), found.reason());
    }

    /** Whether a code is there whose term runs. */
    static boolean runs(PublicSecurityCase found) {
        return found.passing() != null && found.passing().stage() == PassingStage.ISSUED;
    }

    /** Whether a code waits for being entered; it does not while the website is judged, and does again when that comes back. */
    static boolean waits(PublicSecurityCase found) {
        return runs(found) && Steps.TO_SUBMIT.contains(found.state());
    }

    /** When a code is told next, or its term ends. */
    Optional<Instant> wake(Passing code, Instant now) {
        return IntStream.concat(IntStream.of(0), IntStream.of(settings.get().code_reminder_days()))
            .mapToObj(days -> code.validUntil().minus(Duration.ofDays(days))).filter(at -> at.isAfter(now)).min(Instant::compareTo);
    }

    /** Tells the reminder whose day it is; each once. */
    void remind(PublicSecurityCase found) {
        Instant now = clock.instant();
        IntStream.of(settings.get().code_reminder_days()).filter(days -> !found.passing().validUntil().minus(Duration.ofDays(days))
            .isAfter(now)).min().ifPresent(days -> notices.tell(issued(found, "psb-code-" + found.id() + "-"
                + found.passing().validUntil().getEpochSecond() + "-" + days)));
    }

    /** The code itself is not told: whoever has it gets at the data. */
    private static Notice issued(PublicSecurityCase about, String occasion) {
        return new Notice("psb-code-issued", about.account(), about.orderId(), occasion, Map.of("until",
            DAY.format(about.passing().validUntil())));
    }
}
