package org.openbeian.api.order;

import org.openbeian.api.model.LocalizedText;

/**
 * A versioned text that must be consented to before submission (A-97, W-38).
 *
 * @param id id of the text: {@code privacy}, {@code terms} or {@code commitment}
 * @param version version in force
 * @param title title for people
 * @param body the text itself
 */
public record ConsentText(String id, String version, LocalizedText title, LocalizedText body) {
}
