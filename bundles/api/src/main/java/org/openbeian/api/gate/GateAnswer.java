package org.openbeian.api.gate;

import org.openbeian.api.model.LocalizedText;

/**
 * An answer of the gate.
 *
 * @param host what was asked about, as it was given
 * @param unit the filed unit that decides, in lower-case A-form: the registrable domain, or a government sub-domain; for an APP
 *     its filing number; null when the host is none
 * @param decision what the gate says
 * @param reason stable word for programs
 * @param text the reason for people
 * @param until until when it is closed: {@code grant} of the filing that is under way, {@code filing} here, {@code access} here;
 *     null when it is open or nothing can be said
 */
public record GateAnswer(String host, String unit, GateDecision decision, String reason, LocalizedText text, String until) {
}
