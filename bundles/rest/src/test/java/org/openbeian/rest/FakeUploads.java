package org.openbeian.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.UploadLinks;
import org.openbeian.api.security.Actor;

/** One link for uploads by phone, which never ends. */
final class FakeUploads implements UploadLinks {

    private static final Instant UNTIL = Instant.parse("2026-11-22T02:15:00Z");
    private static final String TOKEN = "abc.def";

    /** Media type, size and sender of each picture. */
    final List<String> taken = new ArrayList<>();
    String server;

    @Override
    public UploadLink open(Actor actor, String orderId, String type, String subject) {
        return new UploadLink(TOKEN, server, UNTIL);
    }

    @Override
    public UploadTask task(String token) {
        if (!token.equals(TOKEN)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "upload-link-over", "over");
        }
        return new UploadTask(new LocalizedText("执照", "<licence>"), List.of(new LocalizedText("清晰", "clear")), UNTIL);
    }

    @Override
    public MaterialInfo upload(String token, String mediaType, byte[] picture, String address) {
        task(token);
        taken.add(mediaType + " " + picture.length + " " + address);
        return null;
    }
}
