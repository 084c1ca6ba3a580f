package org.openbeian.api.register;

import java.util.List;

/**
 * An organizer with its services.
 *
 * @param account account whose order brought it, or null when none did
 * @param organizer the organizer
 * @param services its services, by number
 */
public record RegisterRecord(String account, OrganizerEntry organizer, List<ServiceEntry> services) {
}
