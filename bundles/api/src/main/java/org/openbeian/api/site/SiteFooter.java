package org.openbeian.api.site;

/**
 * What the pages of one host must show at their bottom (T-46 to T-55, T-94).
 *
 * @param host the host that it is for
 * @param number filing number to show
 * @param link address that the number links to
 * @param copyright copyright line that the province asks for, or null
 * @param policeNumber public-security number to show, or null before its grant
 * @param policeLink address that it links to, or null
 * @param policeIcon address of the police's badge on the site itself, or null
 * @param html all of it as code to paste or include, HTML-escaped and without script
 */
public record SiteFooter(String host, String number, String link, String copyright, String policeNumber, String policeLink,
        String policeIcon, String html) {
}
