package org.openbeian.api.order;

/**
 * What the page of a filed website must show at its bottom (T-46 to T-55).
 *
 * @param domain main domain of the service
 * @param number number to show
 * @param html the code to paste, HTML-escaped
 * @param link address the number links to
 */
public record FooterSnippet(String domain, String number, String html, String link) {
}
