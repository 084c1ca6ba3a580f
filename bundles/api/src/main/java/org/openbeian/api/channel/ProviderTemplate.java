package org.openbeian.api.channel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of an SMS that a provider keeps and fills in itself.
 *
 * @param id its id at the provider
 * @param variables our variables for its parameters, in their order; never null
 */
public record ProviderTemplate(String id, List<String> variables) {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]{0,79})=([A-Za-z0-9_]{1,40})(?::([a-zA-Z,]{1,200}))?");

    /**
     * Reads configured templates by the message that each is for.
     *
     * @param lines lines or parts between semicolons such as {@code pre-review-passed=1234567:domain,order}; null for none
     * @throws IllegalArgumentException naming the bad one, or when there is none
     */
    public static Map<String, ProviderTemplate> parse(String[] lines) {
        Map<String, ProviderTemplate> templates = new LinkedHashMap<>();
        for (String line : String.join(";", lines == null ? new String[0] : lines).split(";")) {
            if (line.isBlank()) {
                continue;
            }
            Matcher parts = FORM.matcher(line.replace(" ", ""));
            if (!parts.matches()) {
                throw new IllegalArgumentException("templates: \"" + line + "\" is not like pre-review-passed=1234567:domain,order");
            }
            templates.put(parts.group(1), new ProviderTemplate(parts.group(2), parts.group(3) == null ? List.of()
                : Arrays.asList(parts.group(3).split(","))));
        }
        if (templates.isEmpty()) {
            throw new IllegalArgumentException("templates must name the provider's template of at least one message");
        }
        return templates;
    }
}
