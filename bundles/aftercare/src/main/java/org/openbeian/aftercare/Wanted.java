package org.openbeian.aftercare;

import java.util.List;

/**
 * What a page must show.
 *
 * @param numbers filing numbers of which one must be shown, first the proposed one
 * @param organizerNumber number of the organizer, which is not enough unless it is among the numbers
 * @param link address that the number links to
 * @param copyright copyright line that the province asks for, or null
 * @param policeNumber public-security number, or null before its grant
 * @param policeLink address that it links to, or null
 * @param policeIcon address of the badge, or null
 * @param name filed name of the website, or null
 * @param bundle rule bundle that says so, or null when the province's rules are not there
 * @param bundleVersion its version
 */
record Wanted(List<String> numbers, String organizerNumber, String link, String copyright, String policeNumber, String policeLink,
        String policeIcon, String name, String bundle, String bundleVersion) {

    /** The code to paste. */
    String html() {
        StringBuilder html = new StringBuilder();
        if (copyright != null) {
            html.append(escape(copyright)).append('\n');
        }
        html.append("<a href=\"").append(escape(link)).append("\" target=\"_blank\" rel=\"noreferrer\">").append(escape(numbers.get(0)))
            .append("</a>");
        if (policeNumber != null) {
            html.append("\n<a href=\"").append(escape(policeLink)).append("\" target=\"_blank\" rel=\"noreferrer\"><img src=\"")
                .append(escape(policeIcon)).append("\" alt=\"\" width=\"20\" height=\"20\">").append(escape(policeNumber)).append("</a>");
        }
        return html.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
