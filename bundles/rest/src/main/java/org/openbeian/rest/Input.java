package org.openbeian.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;

/** Reads ids, conditions and query parameters; says precisely what is wrong with them. */
final class Input {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
    private static final Pattern TAG = Pattern.compile("\"v(\\d{1,18})\"");

    private static final Instant EARLIEST = Instant.parse("1999-12-31T23:59:59Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private Input() {
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** An id of a path; what cannot be an id is not found. */
    static String id(String text) {
        if (!isId(text)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "not-found", "there is nothing with this id");
        }
        return text;
    }

    /** A name of a path, such as that of a lane or a material type; what cannot be one is not found. */
    static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "not-found", "there is nothing with this name");
        }
        return text;
    }

    /** A number of a path; what is none is not found. */
    static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "not-found", "there is nothing with this number");
        }
        return Long.parseLong(text);
    }

    static String etag(long version) {
        return "\"v" + version + "\"";
    }

    /** The version that an If-Match header names; {@link Orders#ANY_VERSION} for {@code *}. */
    static long version(String ifMatch) {
        if (ifMatch == null) {
            throw new Trouble(428, "if-match-required",
                    "changes need the header If-Match with the ETag of the order as you read it, or * for any version");
        }
        String condition = ifMatch.trim();
        if (condition.equals("*")) {
            return Orders.ANY_VERSION;
        }
        var tag = TAG.matcher(condition);
        if (!tag.matches()) {
            throw new Trouble(412, "if-match-unknown",
                    "If-Match is not an ETag of an order; give exactly one, such as \"v3\", as you received it");
        }
        return Long.parseLong(tag.group(1));
    }

    /** A whole number of a query parameter. */
    static long query(String name, String value, long lowest, long highest, long otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value.matches("\\d{1,18}")) {
            long number = Long.parseLong(value);
            if (number >= lowest && number <= highest) {
                return number;
            }
        }
        throw badQuery(name, "a whole number from " + lowest + " to " + highest);
    }

    static boolean query(String name, String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw badQuery(name, "true or false");
    }

    static <E extends Enum<E>> E query(String name, String value, Class<E> type) {
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw badQuery(name, "one of " + Arrays.toString(type.getEnumConstants()));
    }

    /** A short text of a query parameter; null when it is not given. */
    static String query(String name, String value, Pattern form, String formForPeople) {
        if (value != null && !form.matcher(value).matches()) {
            throw badQuery(name, formForPeople);
        }
        return value;
    }

    /** An instant of a query parameter; null when it is not given. */
    static Instant instant(String name, String value) {
        try {
            Instant instant = value == null ? null : Instant.parse(value);
            if (instant == null || instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException expected) {
            // told below
        }
        throw badQuery(name, "an instant such as 2027-03-31T00:00:00Z, from 2000 to 2999");
    }

    private static Trouble badQuery(String name, String expected) {
        return new Trouble(400, "bad-query", "the query parameter " + name + " must be " + expected);
    }
}
