package org.openbeian.api.channel;

import java.util.SortedSet;

/**
 * A message in the catalogue (index 6.2 of the requirements).
 *
 * @param id its id
 * @param receiver whom it is for
 * @param mandatory whether it cannot be switched off
 * @param urgent whether it goes out in quiet hours too
 * @param variables what its templates may name
 */
public record MessageType(String id, String receiver, boolean mandatory, boolean urgent, SortedSet<String> variables) {
}
