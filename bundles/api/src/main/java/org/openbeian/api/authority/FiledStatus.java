package org.openbeian.api.authority;

/**
 * What an authority says of an organizer or a domain.
 *
 * @param filed whether it is filed
 * @param organizerNumber filing number of the organizer, or null
 * @param serviceNumber filing number of the service, or null
 */
public record FiledStatus(boolean filed, String organizerNumber, String serviceNumber) {
}
