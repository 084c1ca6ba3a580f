package org.openbeian.api.curtain;

import java.time.Instant;

/**
 * One step of a curtain.
 *
 * @param state where it stood from then on
 * @param at when
 * @param by account that did it
 */
public record CurtainStep(CurtainState state, Instant at, String by) {
}
