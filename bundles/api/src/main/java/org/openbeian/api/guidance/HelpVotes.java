package org.openbeian.api.guidance;

/**
 * What people thought of a text (E-03).
 *
 * @param textId the text
 * @param helpful how many accounts found it helpful
 * @param unhelpful how many did not
 */
public record HelpVotes(String textId, long helpful, long unhelpful) {
}
