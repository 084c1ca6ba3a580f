package org.openbeian.api.site;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.model.LocalizedText;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The port by which pages of websites are fetched and their names looked up. The one of the server makes a plain
 * request, without scripts, and to public addresses alone; where a page misses what its scripts may bring, a headless browser runs them.
 * A service with a higher ranking takes its place, such as a simulator. Called on several threads at once; a call must end within the
 * patience of its configuration.
 */
@ConsumerType
public interface SiteProbe {

    /**
     * A fetched page.
     *
     * @param address where it came from, after redirects
     * @param status HTTP status
     * @param contentType the type that it claims, or null
     * @param contentEncoding the coding that it claims, such as gzip, or null
     * @param body its bytes
     * @param rendered whether its scripts were run
     */
    record Page(URI address, int status, String contentType, String contentEncoding, byte[] body, boolean rendered) {

        /** Leaves the body out. */
        @Override
        public String toString() {
            return status + " of " + address;
        }
    }

    /**
     * Fetches a page, following redirects.
     *
     * @param address an absolute http or https address
     * @throws OutgoingFailure when there is no answer that may be taken
     */
    Page fetch(URI address) throws OutgoingFailure;

    /**
     * The addresses that a name stands for.
     *
     * @param host lower-case A-form
     * @return its IPv4 and IPv6 addresses; empty when it stands for none, and when that cannot be told
     */
    default List<String> addresses(String host) {
        return List.of();
    }

    /**
     * A page after its scripts were run.
     *
     * @param page the page as a reader sees it, or null when there is none
     * @param refused hosts and ports inside a network that it asked for and did not get
     * @param reason why there is no page, for people; null when there is one
     * @param inconclusive whether the reason may lie with this server or the network, so that nobody knows what scripts would have brought
     */
    record Rendering(Page page, List<String> refused, LocalizedText reason, boolean inconclusive) {

        /** Copies the list. */
        public Rendering {
            refused = List.copyOf(refused);
        }

        /** One that is conclusive. */
        public Rendering(Page page, List<String> refused, LocalizedText reason) {
            this(page, refused, reason, false);
        }

        /** Without a page. */
        public static Rendering none(LocalizedText reason) {
            return new Rendering(null, List.of(), reason);
        }
    }

    /**
     * Fetches a page and runs its scripts, which reach public addresses alone.
     *
     * @param address an absolute http or https address, from which a page was just fetched
     * @return empty when as many pages as allowed are being rendered: ask later
     */
    default Optional<Rendering> render(URI address) {
        return Optional.of(Rendering.none(new LocalizedText("页面探针不运行脚本", "the probe in force runs no scripts")));
    }
}
