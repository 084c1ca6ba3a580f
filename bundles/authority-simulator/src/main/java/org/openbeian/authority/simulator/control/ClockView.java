package org.openbeian.authority.simulator.control;

import java.time.Duration;
import java.time.Instant;

/**
 * The virtual clock.
 *
 * @param now its instant
 * @param ahead how far it is ahead of the real time
 * @param paused whether it jumps only when told
 * @param pause real time between two jumps
 * @param next the instant to which it would jump next, or null if nothing is planned
 * @param waitingFor what keeps it from jumping, empty if nothing does
 */
public record ClockView(Instant now, Duration ahead, boolean paused, Duration pause, Instant next, String waitingFor) {
}
