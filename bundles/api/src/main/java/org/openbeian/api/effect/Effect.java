package org.openbeian.api.effect;

import java.time.Instant;
import java.util.Map;

/**
 * Something that a transition causes outside the server. It is stored in the transition's own transaction and carried out
 * at least once; its key lets the receiver recognise a repeat.
 *
 * @param id number in the order of creation; 0 before it is stored
 * @param lane the lane in which it waits, such as {@code authority:440000} or {@code channel:email}; effects of one lane
 *     run one after the other
 * @param kind what to do, such as {@code upload} or {@code message}
 * @param orderId order that caused it
 * @param key order, event number and effect; unique, the same on every repeat
 * @param data small, non-personal parameters; never null
 * @param attempts how often it was tried
 * @param notBefore when it may run next
 * @param createdAt when it was caused
 */
public record Effect(long id, String lane, String kind, String orderId, String key, Map<String, String> data,
        int attempts, Instant notBefore, Instant createdAt) {

    /** Copies the map. */
    public Effect {
        data = data == null ? Map.of() : Map.copyOf(data);
    }
}
