package org.openbeian.core.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openbeian.api.authority.FilingSubmission;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Order;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.RegisterStore;

/** Turns orders into what goes to the authority. Joins the caller's transaction. */
final class Submissions {

    private final BlobStore blobs;
    private final Function<Access, List<String>> addresses;
    private final FiledRecords filed;

    Submissions(RegisterStore register, BlobStore blobs, Function<Access, List<String>> addresses) {
        this.blobs = blobs;
        this.addresses = addresses;
        this.filed = new FiledRecords(register, blobs);
    }

    FilingSubmission of(Order order, long no) {
        return new FilingSubmission(no, order.type(), order.application(), addresses(order), attachments(order), filed.of(order));
    }

    private List<FilingSubmission.Attachment> attachments(Order order) {
        List<FilingSubmission.Attachment> attachments = new ArrayList<>();
        for (MaterialInfo material : order.materials()) {
            byte[] content = blobs.get(material.id(), order.id());
            if (content == null) {
                throw new IllegalStateException("material " + material.id() + " has no bytes");
            }
            attachments.add(new FilingSubmission.Attachment(material.type(), material.subject(), material.mediaType(), content));
        }
        return attachments;
    }

    /** Addresses of the accesses that name none, by position of the service and id of the resource. */
    private Map<String, List<String>> addresses(Order order) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        int position = 0;
        for (InternetService service : order.application().services()) {
            for (Access access : service.accesses()) {
                if (access.ips().isEmpty()) {
                    found.put(position + "/" + access.resourceId(), addresses.apply(access));
                }
            }
            position++;
        }
        return found;
    }
}
