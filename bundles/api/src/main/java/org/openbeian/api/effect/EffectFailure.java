package org.openbeian.api.effect;

import java.time.Instant;

/**
 * An effect that gave up or waits for another try, for the operator.
 *
 * @param effect the effect
 * @param gaveUp true when it will not be tried again by itself
 * @param cause why the last try failed, without personal data
 * @param at when it failed
 */
public record EffectFailure(Effect effect, boolean gaveUp, String cause, Instant at) {
}
