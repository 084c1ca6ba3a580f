package org.openbeian.api.channel;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * An address at which an account's own machine or chat group takes messages: a webhook, or the robot of a group.
 *
 * @param id its id
 * @param account whose it is
 * @param channel channel that serves it, such as {@code webhook}
 * @param name what the account calls it
 * @param address where it is; for robots this holds a secret, so that lists show {@link #masked()}
 * @param topics ids of messages and types of events that it wants, {@code order.*} for all that begin so; empty for all
 * @param enabled whether it is used
 * @param createdAt when it was registered
 * @param failures tries in a row that failed
 * @param failingSince when the first of them was; null while it works
 * @param restUntil until when it is left alone after a failure; null while it works
 * @param failure why the last try failed or it was disabled; null while it works
 */
public record Endpoint(String id, String account, String channel, String name, URI address, Set<String> topics, boolean enabled,
        Instant createdAt, int failures, Instant failingSince, Instant restUntil, String failure) {

    /** Copies the set. */
    public Endpoint {
        topics = topics == null ? Set.of() : Set.copyOf(topics);
    }

    /** Whether it wants a message or an event. */
    public boolean wants(String topic) {
        return topics.isEmpty() || topics.stream().anyMatch(wanted -> wanted.equals(topic)
            || wanted.endsWith("*") && topic.startsWith(wanted.substring(0, wanted.length() - 1)));
    }

    /** The same without what follows the host: paths and queries of such addresses are often secret. */
    public Endpoint masked() {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return new Endpoint(id, account, channel, name, URI.create(address.getScheme() + "://" + address.getHost() + port + "/***"),
            topics, enabled, createdAt, failures, failingSince, restUntil, failure);
    }

    /** Leaves the address out. */
    @Override
    public String toString() {
        return "Endpoint[" + id + " " + channel + "]";
    }
}
