package org.openbeian.api.store;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.ServiceEntry;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The register. Every method joins the caller's transaction; storing an entry again replaces it. An entry whose personal data was
 * erased has an empty name and no data. Thread-safe.
 */
@ProviderType
public interface RegisterStore {

    /** Stores an organizer by its number. */
    void save(OrganizerEntry entry);

    /** Stores a service by its number. */
    void save(ServiceEntry entry);

    /**
     * Stores many organizers with their services, as an import brings them, the later of two of one number last. What is there keeps
     * the order that brought it.
     *
     * @param orderId order of entries that were not there
     */
    void saveAll(List<RegisterRecord> records, String orderId);

    /**
     * Does the part of {@link #saveAll} that needs none of the caller's transactions, such as encryption, so that it can be done
     * while others are stored.
     *
     * @return stores the records, as saveAll does; to be run in the caller's transaction, again if that is run again, on any thread
     */
    default Runnable prepared(List<RegisterRecord> records, String orderId) {
        return () -> saveAll(records, orderId);
    }

    /** The organizer with this number. */
    Optional<OrganizerEntry> organizer(String number);

    /** The services of an organizer, by number. */
    List<ServiceEntry> services(String organizerNumber);

    /** The service with this number. */
    Optional<ServiceEntry> service(String number);

    /** The organizers that some authority knows by this id; every authority counts for itself. */
    List<OrganizerEntry> organizersByRecord(long recordId);

    /** The services that some authority knows by this id. */
    List<ServiceEntry> servicesByRecord(long recordId);

    /** The services with an access that some authority knows by this id. */
    List<ServiceEntry> servicesByAccess(long accessRecordId);

    /**
     * Numbers of organizers, ascending. What is null does not matter.
     *
     * @param name exact name
     * @param provinceId province code
     * @param state how it stands
     * @param account only what orders of this account brought
     * @param after only numbers after this one
     * @param limit how many at most
     */
    List<String> find(String name, String provinceId, OrganizerState state, String account, String after, int limit);

    /** The website that is not cancelled and holds this domain (lower-case A-form). */
    Optional<ServiceEntry> website(String domain);

    /** The organizer that is not cancelled and was filed with the number of this certificate. */
    Optional<OrganizerEntry> organizerOf(String certificateNumber);

    /** The service that is not cancelled and holds this domain (lower-case A-form): a website, else an APP. */
    Optional<ServiceEntry> byDomain(String domain);
}
