package org.openbeian.api.model;

/**
 * A text for people in both languages of the product.
 *
 * @param zh Chinese text, never null
 * @param en English text, never null
 */
public record LocalizedText(String zh, String en) {
}
