package org.openbeian.api.order;

/**
 * A material as it arrives.
 *
 * @param type material type
 * @param subject JSON pointer to what it proves
 * @param mediaType media type that the sender claims; checked against the bytes
 * @param content the bytes; not copied, so the caller must not change them
 */
public record MaterialUpload(String type, String subject, String mediaType, byte[] content) {
}
