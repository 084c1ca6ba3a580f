package org.openbeian.core.exchange;

import java.nio.charset.StandardCharsets;
import org.openbeian.api.authority.FiledRecord;
import org.openbeian.api.authority.FiledRecord.FiledService;
import org.openbeian.api.model.Basis;
import org.openbeian.api.order.Order;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.RegisterStore;

/** What an upload says of the records that its order rests on. Joins the caller's transaction. */
final class FiledRecords {

    private final RegisterStore register;
    private final BlobStore blobs;

    FiledRecords(RegisterStore register, BlobStore blobs) {
        this.register = register;
        this.blobs = blobs;
    }

    /** The records of an order, or null when it rests on none. */
    FiledRecord of(Order order) {
        Basis basis = order.application().basis();
        if (basis == null) {
            return null;
        }
        return new FiledRecord(basis.organizerNumber(),
            register.organizer(basis.organizerNumber()).map(OrganizerEntry::recordId).orElse(0L),
            basis.serviceNumbers().stream().map(this::service).toList(), password(order, basis));
    }

    private FiledService service(String number) {
        return register.service(number).map(entry -> new FiledService(number, entry.recordId(),
            entry.accesses().stream().filter(AccessEntry::here).map(AccessEntry::recordId).toList()))
            .orElseGet(() -> new FiledService(number, 0, java.util.List.of()));
    }

    private String password(Order order, Basis basis) {
        byte[] sealed = basis.passwordId() == null ? null : blobs.get(basis.passwordId(), order.id());
        return sealed == null ? null : new String(sealed, StandardCharsets.UTF_8);
    }
}
