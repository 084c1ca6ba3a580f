package org.openbeian.regulator.gateway.payload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which numbers an authority's own code tables have what our numbers say, where its tables are not public and ours are our own:
 * the purpose of an attachment ({@code Fjyt}), the reason of a cancellation ({@code Zxly}).
 *
 * @param numbers the authority's number by element and our number, such as {@code Fjyt.3}; what is not in it is sent as it is
 */
public record AuthorityNumbers(Map<String, Long> numbers) {
    /** Sends every number as it is. */
    public static final AuthorityNumbers OURS = new AuthorityNumbers(Map.of());

    private static final Pattern ENTRY = Pattern.compile("([A-Za-z_]+)\\.([0-9]{1,9})\\s*=\\s*([1-9][0-9]{0,8})");

    /** Copies the map. */
    public AuthorityNumbers {
        numbers = Map.copyOf(numbers);
    }

    /**
     * Reads entries such as {@code Fjyt.3=12, Zxly.1=5}.
     *
     * @throws IllegalArgumentException naming all that is wrong
     */
    public static AuthorityNumbers parse(String text) {
        Map<String, Long> numbers = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (String entry : text.isBlank() ? new String[0] : text.split(",")) {
            Matcher parts = ENTRY.matcher(entry.strip());
            if (!parts.matches()) {
                wrong.add("'" + entry.strip() + "' must be ELEMENT.OURS=THEIRS, such as Fjyt.3=12");
            } else if (CodeNames.table(parts.group(1)) == null) {
                wrong.add("'" + entry.strip() + "': no code table says what " + parts.group(1) + " may hold");
            } else if (numbers.put(parts.group(1) + "." + Long.parseLong(parts.group(2)), Long.valueOf(parts.group(3))) != null) {
                wrong.add("'" + entry.strip() + "' is there twice");
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        return new AuthorityNumbers(numbers);
    }

    /** The number to send for one of ours. */
    long of(String element, long ours) {
        return numbers.getOrDefault(element + "." + ours, ours);
    }
}
