package org.openbeian.operations;

import java.util.Set;
import java.util.regex.Pattern;

/** Makes few labels out of many addresses: ids become {@code {id}}, addresses that nothing answers become one. */
final class Routes {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{1,30}|v[0-9]|openapi\\.(json|yaml)");
    private static final int DEEPEST = 8;

    private Routes() {
    }

    /** The route of an address that was answered with this status. */
    static String of(String path, int status) {
        if (status == 404 || status == 405 || path == null) {
            return "none";
        }
        StringBuilder route = new StringBuilder();
        int depth = 0;
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                if (++depth > DEEPEST) {
                    return "none";
                }
                route.append('/').append(WORD.matcher(segment).matches() ? segment : "{id}");
            }
        }
        return route.isEmpty() ? "/" : route.toString();
    }

    /** A method of HTTP; others are one. */
    static String method(String method) {
        return METHODS.contains(method) ? method : "other";
    }
}
