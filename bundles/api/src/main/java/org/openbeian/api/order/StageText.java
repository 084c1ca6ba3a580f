package org.openbeian.api.order;

import org.openbeian.api.model.LocalizedText;

/**
 * Why a stage of a filing is there, and what happens to those who neglect it (W-04).
 *
 * @param stage id of the stage: a step of the forms such as {@code organizer}, or {@code submission}, {@code pre-review},
 *     {@code sms-verification}, {@code authority-review}, {@code opening}, {@code public-security}
 * @param purpose what the stage is for
 * @param consequence what happens without it, or when it is done wrong
 */
public record StageText(String stage, LocalizedText purpose, LocalizedText consequence) {
}
