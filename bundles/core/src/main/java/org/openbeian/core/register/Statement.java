package org.openbeian.core.register;

import java.util.List;
import java.util.Set;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;

/**
 * What somebody says of an organizer and its services. Null stands for what was not said.
 *
 * @param organizerNumber filing number of the organizer
 * @param filed whether it is filed
 * @param name its name
 * @param services what is said of its services; of others nothing is said
 */
public record Statement(String organizerNumber, Boolean filed, String name, List<StatedService> services) {

    /** Copies the list. */
    public Statement {
        services = services == null ? List.of() : List.copyOf(services);
    }

    /** This statement without what it says of these filing numbers. */
    public Statement without(Set<String> numbers) {
        boolean known = !numbers.contains(organizerNumber);
        return new Statement(organizerNumber, known ? filed : null, known ? name : null,
            services.stream().filter(one -> !numbers.contains(one.number())).toList());
    }

    /** Leaves the name out. */
    @Override
    public String toString() {
        return "Statement[" + organizerNumber + "]";
    }

    /**
     * What is said of a service.
     *
     * @param number its filing number
     * @param filed whether it is filed
     * @param name its name
     * @param domains its domains
     * @param here whether it has an access at this provider
     * @param organizerNumber whose it is
     */
    public record StatedService(String number, Boolean filed, String name, List<String> domains, Boolean here, String organizerNumber) {

        /** Copies the list. */
        public StatedService {
            domains = domains == null ? null : List.copyOf(domains);
        }
    }

    /** What a published record says; one without domains or accesses does not say them. */
    public static Statement of(PublishedRecord filing) {
        return new Statement(filing.organizerNumber(), true, filing.organizerName(), filing.services().stream().map(one ->
            new StatedService(one.number(), true, one.name(), one.domains().isEmpty() ? null : one.domains(),
                one.accesses().isEmpty() ? null : one.accesses().stream().anyMatch(PublishedAccess::here), null)).toList());
    }
}
