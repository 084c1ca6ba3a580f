package org.openbeian.api.channel;

import java.time.LocalTime;
import java.util.Set;

/**
 * How an account or a person wants to be told. Mandatory messages are not touched by what is switched off.
 *
 * @param language {@code zh-CN} or {@code en}; null for both where there is room, Chinese where there is not
 * @param formsOff ways that are switched off: {@code email}, {@code sms}, {@code im}, {@code webhook}; never null
 * @param messagesOff ids of messages that are not wanted at all; never null
 * @param quietFrom when the quiet hours begin, Beijing time; null for those of the server
 * @param quietTo when they end; the same as their begin for none; null for those of the server
 */
public record Preferences(String language, Set<String> formsOff, Set<String> messagesOff, LocalTime quietFrom,
        LocalTime quietTo) {

    /** Nothing chosen. */
    public static final Preferences NONE = new Preferences(null, Set.of(), Set.of(), null, null);

    /** Copies the sets. */
    public Preferences {
        formsOff = formsOff == null ? Set.of() : Set.copyOf(formsOff);
        messagesOff = messagesOff == null ? Set.of() : Set.copyOf(messagesOff);
    }
}
