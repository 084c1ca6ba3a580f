package org.openbeian.api.order;

/**
 * What a call gave about one item of its checklist (T-36).
 *
 * @param pointer the item: a JSON pointer into the application
 * @param matches whether the person confirmed it
 */
public record CheckedItem(String pointer, boolean matches) {
}
