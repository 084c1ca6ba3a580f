package org.openbeian.api.order;

/**
 * A material with its bytes.
 *
 * @param info what is known about it
 * @param content the bytes as uploaded
 */
public record MaterialContent(MaterialInfo info, byte[] content) {
}
