package org.openbeian.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.security.Actor;

/** Reads what was typed; a bad value is named together with what would be good. */
final class Input {

    private Input() {
    }

    /** A constant of an enum, in any case of letters. */
    static <E extends Enum<E>> E oneOf(Class<E> type, String name, String value) throws CommandException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new CommandException(name + ": '" + value + "' is not one of "
                + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")) + ".");
    }

    /** A number between two others, both included. */
    static int range(String name, int value, int from, int to) throws CommandException {
        if (value < from || value > to) {
            throw new CommandException(name + ": " + value + " is not between " + from + " and " + to + ".");
        }
        return value;
    }

    /** A whole number, such as the id of an effect. */
    static long number(String name, String value) throws CommandException {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notANumber) {
            throw new CommandException(name + ": '" + value + "' is not a whole number.");
        }
    }

    /** A text that is not blank. */
    static String text(String name, String value) throws CommandException {
        if (value == null || value.isBlank()) {
            throw new CommandException(name + ": a text is needed; it is kept with the change.");
        }
        return value.strip();
    }

    /** {@code phone} or {@code email}. */
    static AddressKind contact(String value) throws CommandException {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "phone" -> AddressKind.MOBILE;
            case "email" -> AddressKind.EMAIL;
            default -> throw new CommandException("kind: '" + value + "' is neither phone nor email.");
        };
    }

    /** {@code yes} or {@code no}; null when not given. */
    static Boolean yesNo(String name, String value) throws CommandException {
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> throw new CommandException(name + ": '" + value + "' is neither yes nor no.");
        };
    }

    /** A day; null when not given. */
    static LocalDate day(String name, String value) throws CommandException {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException notADay) {
            throw new CommandException(name + ": '" + value + "' is not a date such as 2027-03-31.");
        }
    }

    /** The beginning of a day in Asia/Shanghai; null when not given. */
    static Instant startOfDay(String name, String value) throws CommandException {
        Instant end = endOfDay(name, value);
        return end == null ? null : end.minus(Duration.ofDays(1));
    }

    /** The end of a day in Asia/Shanghai; null when not given. */
    static Instant endOfDay(String name, String value) throws CommandException {
        LocalDate day = day(name, value);
        return day == null ? null : day.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    /** The account to look at: the actor's own, or another when he is staff. */
    static String ownOrStaff(Actor actor, String account) throws CommandException {
        if (account != null && !account.equals(actor.account()) && !actor.isStaff()) {
            throw new CommandException("account: only staff may look at '" + account + "'; leave it out for your own.");
        }
        return account == null ? actor.account() : account;
    }
}
