package org.openbeian.api.order;

import java.time.Instant;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;

/**
 * How long a filing may be expected to take, from those that were granted here in the last year, and by when it ends if everybody
 * keeps his terms. Nothing is promised.
 *
 * @param type filing type
 * @param provinceId province code, or null for all of them
 * @param basis the filings that were looked at: {@code type-and-province}, {@code type}, {@code all}, or {@code none} when there are
 *     too few even of all to say anything
 * @param orders how many they are
 * @param halfDays half of them had their number by this day after the first submission, or null
 * @param ninthDays nine of ten had it by this day, or null
 * @param latest when a filing that is handed in now is decided, if the pre-review and the authority take their whole terms (W-06, W-30)
 * @param reservation why {@code latest} is not certain, such as a year whose public holidays are not known, or null
 */
public record Forecast(FilingType type, String provinceId, String basis, long orders, Integer halfDays, Integer ninthDays,
        Instant latest, LocalizedText reservation) {
}
