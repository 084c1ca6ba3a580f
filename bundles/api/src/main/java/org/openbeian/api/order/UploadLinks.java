package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Upload by phone: a link that takes one picture of one material of one order, once, for some minutes, without a log-in on the
 * phone. What comes by it is uploaded by the account that made the link. Both ends are audited. Thread-safe.
 *
 * <p>Every method throws {@link Refusal} as {@link Orders} does.
 */
@ProviderType
public interface UploadLinks {

    /**
     * A link.
     *
     * @param token what the link ends with: letters, digits, hyphens and underscores; tells nothing to who reads it
     * @param server address of this server for people, without a slash at its end; null when the operator did not say
     * @param until until when it may be used, in real time
     */
    record UploadLink(String token, String server, Instant until) {

        /** Tells nothing: who has the token may upload. */
        @Override
        public String toString() {
            return "UploadLink[***]";
        }
    }

    /**
     * What a link is for.
     *
     * @param name name of the material
     * @param conditions conditions on the picture
     * @param until until when it may be used, in real time
     */
    record UploadTask(LocalizedText name, List<LocalizedText> conditions, Instant until) {
    }

    /**
     * Makes a link for a material that the order asks for.
     *
     * @param type material type
     * @param subject JSON pointer to what it proves
     * @throws Refusal INVALID {@code material-not-needed} when no rule asks for it
     */
    UploadLink open(Actor actor, String orderId, String type, String subject);

    /**
     * What a link is for; changes nothing.
     *
     * @throws Refusal NOT_FOUND {@code upload-link-over} when it is unknown, too old, was used, or its account may no longer use it
     */
    UploadTask task(String token);

    /**
     * Takes the picture; the link ends. One that is refused leaves the link as it is.
     *
     * @param mediaType media type that the sender claims
     * @param address network address of the sender, for the audit
     * @throws Refusal as {@link #task} and {@link Orders#attach} do
     */
    MaterialInfo upload(String token, String mediaType, byte[] picture, String address);
}
