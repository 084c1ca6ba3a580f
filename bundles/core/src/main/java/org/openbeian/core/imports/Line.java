package org.openbeian.core.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openbeian.api.model.LocalizedText;

/**
 * A record of an import. The bytes are handed on, not copied, and nobody changes them.
 *
 * @param number number of its first line, from 1
 * @param raw its content, by which it is known again
 * @param fields its fields, or null when it cannot be read
 * @param fault why it cannot be read, or null
 */
record Line(long number, byte[] raw, ObjectNode fields, LocalizedText fault) {

    static Line of(long number, byte[] raw, ObjectNode fields) {
        return new Line(number, raw, fields, null);
    }

    static Line bad(long number, byte[] raw, String zh, String en) {
        return new Line(number, raw, null, new LocalizedText(zh, en));
    }
}
