package org.openbeian.api.register;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.InternetService;

/**
 * A granted internet service in the register.
 *
 * @param number filing number of the service
 * @param organizerNumber filing number of its organizer
 * @param name name of the service
 * @param domains its domains in lower-case A-form
 * @param recordId the authority's id
 * @param orderId order that brought it
 * @param grantedAt date of the authority's decision
 * @param state how it stands
 * @param since since when it stands so
 * @param data what was granted, or null when it is not known; stored protected
 * @param accesses its accesses, at this and other providers
 * @param changedAt when the authority changed it last by its own word ({@code Zjxgsj}), a midnight in China for a day of which it does
 *        not say the time; null when it is not known
 */
public record ServiceEntry(String number, String organizerNumber, String name, List<String> domains, long recordId,
        String orderId, Instant grantedAt, ServiceState state, Instant since, InternetService data, List<AccessEntry> accesses,
        Instant changedAt) {

    /** Copies the lists. */
    public ServiceEntry {
        domains = List.copyOf(domains);
        accesses = List.copyOf(accesses);
    }

    /** An entry of which is not known when the authority changed it. */
    public ServiceEntry(String number, String organizerNumber, String name, List<String> domains, long recordId, String orderId,
            Instant grantedAt, ServiceState state, Instant since, InternetService data, List<AccessEntry> accesses) {
        this(number, organizerNumber, name, domains, recordId, orderId, grantedAt, state, since, data, accesses, null);
    }

    /** This entry as another order's. */
    public ServiceEntry of(String order) {
        return new ServiceEntry(number, organizerNumber, name, domains, recordId, order, grantedAt, state, since, data, accesses,
            changedAt);
    }

    /** An active entry of which no more is known. */
    public ServiceEntry(String number, String organizerNumber, String name, List<String> domains, long recordId,
            String orderId, Instant grantedAt) {
        this(number, organizerNumber, name, domains, recordId, orderId, grantedAt, ServiceState.ACTIVE, grantedAt, null, List.of());
    }

    /** Whether it is an APP, as its number says. */
    public boolean ofApp() {
        return number.endsWith("A");
    }

    /** Whether it may be reached here: with an access at this provider, or with none on record at all. */
    public boolean accessedHere() {
        return accesses.isEmpty() || accesses.stream().anyMatch(AccessEntry::here);
    }

    /** This entry in another state; the same one when it is in it. */
    public ServiceEntry with(ServiceState other, Instant at) {
        return other == state ? this : new ServiceEntry(number, organizerNumber, name, domains, recordId, orderId, grantedAt,
            other, at, data, accesses, changedAt);
    }

    /** This entry with other accesses. */
    public ServiceEntry with(List<AccessEntry> others) {
        return new ServiceEntry(number, organizerNumber, name, domains, recordId, orderId, grantedAt, state, since, data, others,
            changedAt);
    }
}
