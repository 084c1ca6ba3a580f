package org.openbeian.core.order;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.store.RegisterStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds what an authority names by its own id, among the records that it gave. An id that still means several is not guessed: it
 * fails, so that the file that says it is kept for a person. Joins the caller's transaction. Thread-safe.
 */
@Component(service = FiledRecordFinder.class)
public final class FiledRecordFinder {

    private final RegisterStore register;
    private final OrderRoutes routes;

    /** Created by Declarative Services. */
    @Activate
    public FiledRecordFinder(@Reference RegisterStore register, @Reference OrderRoutes routes) {
        this.register = register;
        this.routes = routes;
    }

    /** Whether this authority gave a record, so that its ids are the ones we name it by. */
    boolean isOf(String authorityId, OrganizerEntry entry) {
        return routes.gave(entry).equals(authorityId);
    }

    /** Whether the register follows what this authority publishes of a record. */
    boolean speaks(String authorityId, OrganizerEntry entry) {
        return routes.speaks(authorityId, entry);
    }

    Optional<OrganizerEntry> organizer(String authorityId, long recordId) {
        return only(authorityId, recordId, register.organizersByRecord(recordId).stream()
            .filter(entry -> isOf(authorityId, entry)).toList());
    }

    Optional<ServiceEntry> service(String authorityId, long recordId) {
        return only(authorityId, recordId, given(authorityId, register.servicesByRecord(recordId)));
    }

    Optional<ServiceEntry> serviceOfAccess(String authorityId, long accessRecordId) {
        return only(authorityId, accessRecordId, given(authorityId, register.servicesByAccess(accessRecordId)));
    }

    private List<ServiceEntry> given(String authorityId, List<ServiceEntry> services) {
        return services.stream().filter(service -> register.organizer(service.organizerNumber())
            .filter(organizer -> isOf(authorityId, organizer)).isPresent()).toList();
    }

    private static <T> Optional<T> only(String authorityId, long recordId, List<T> found) {
        if (found.size() > 1) {
            throw new IllegalStateException("authority " + authorityId + " names record " + recordId
                + ", which several entries of the register have; it is not guessed which is meant");
        }
        return found.stream().findFirst();
    }
}
