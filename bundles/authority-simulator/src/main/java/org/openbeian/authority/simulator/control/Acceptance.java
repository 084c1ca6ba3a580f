package org.openbeian.authority.simulator.control;

/**
 * How often a submission was taken; anything but one is a fault of the sender.
 *
 * @param authorityId code of the authority's province
 * @param subjectId the sender's {@code IspZtid}
 * @param round round of that subject id
 * @param times how often it was taken in that round
 */
public record Acceptance(String authorityId, long subjectId, int round, int times) {
}
