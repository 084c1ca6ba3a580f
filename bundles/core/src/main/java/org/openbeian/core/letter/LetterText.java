package org.openbeian.core.letter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbeian.api.order.Refusal;

/**
 * The text of a letter: a first line of a number sign and the title, then paragraphs apart by empty lines, with places such as
 * {@code {organizer.name}}. Immutable.
 *
 * @param title title
 * @param paragraphs what follows
 */
public record LetterText(String title, List<String> paragraphs) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final String BY_HAND = "＿＿＿＿＿＿＿＿";

    /** Copies the list. */
    public LetterText {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * Reads a text.
     *
     * @throws Refusal INVALID when it is not UTF-8, has no title or names an unknown place
     */
    public static LetterText read(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString().replace("\r\n", "\n").strip();
        } catch (CharacterCodingException e) {
            throw new Refusal(Refusal.Kind.INVALID, "letter-not-utf-8",
                "The text of a letter has to be UTF-8; save it so and load it again.");
        }
        String[] parts = text.split("\n\\s*\n");
        String title = parts[0].startsWith("#") ? parts[0].substring(1).strip() : "";
        if (title.isEmpty() || title.contains("\n")) {
            throw new Refusal(Refusal.Kind.INVALID, "letter-without-title",
                "The text of a letter begins with a line '# title', followed by an empty line.");
        }
        TreeSet<String> unknown = new TreeSet<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (!LetterValues.PLACES.containsKey(places.group(1))) {
                unknown.add(places.group(1));
            }
        }
        if (!unknown.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "letter-place-unknown", "The text names places that an order cannot fill: "
                + String.join(", ", unknown) + "; it may name " + String.join(", ", LetterValues.PLACES.keySet()));
        }
        return new LetterText(title, Arrays.asList(parts).subList(1, parts.length));
    }

    /** The paragraphs with all places filled; with a line to write on where the order knows nothing. */
    public List<String> filled(Map<String, String> values) {
        return paragraphs.stream().map(one -> PLACE.matcher(one).replaceAll(place ->
            Matcher.quoteReplacement(values.getOrDefault(place.group(1), BY_HAND)))).toList();
    }
}
