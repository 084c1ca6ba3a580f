package org.openbeian.api.order;

import org.openbeian.api.model.LocalizedText;

/**
 * One thing that an order needs from its applicant.
 *
 * @param kind {@code field}, {@code material}, {@code consent} or {@code action}
 * @param id id of the field, material type, consent text or action
 * @param pointer JSON pointer where it belongs
 * @param text what is needed, for people
 * @param when {@code now}, {@code later} or {@code overdue}
 * @param step the step that asks for it, such as {@code organizer} or {@code sms-verification}
 * @param due until when, or null
 * @param blocking whether the order cannot go on without it
 */
public record Requirement(String kind, String id, String pointer, LocalizedText text, String when, String step,
        java.time.Instant due, boolean blocking) {
}
