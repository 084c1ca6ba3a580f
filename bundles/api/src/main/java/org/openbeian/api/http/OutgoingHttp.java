package org.openbeian.api.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way out for HTTP calls to addresses that come from outside or from configuration. A call goes to public addresses
 * alone, over TLS unless the caller says otherwise; the operator allows what else there is, and says by which proxy and with
 * which certificate, per endpoint ({@code org.openbeian.outgoing.endpoint}). The address is judged after its name was resolved,
 * the connection goes to that very address, and each redirect is judged anew. Nothing is repeated. Thread-safe.
 */
@ProviderType
public interface OutgoingHttp {

    /**
     * A call.
     *
     * @param method such as GET
     * @param address an absolute http or https address without user information
     * @param headers headers to send; never null
     * @param body what to send, or null
     * @param patience longest time for all of it, or null for that of the configuration
     * @param mostBytes longest body of an answer that is taken
     * @param redirects how many redirects are followed; for GET alone
     * @param plainHttp whether plain http is good too, where the address is public: for pages that everybody may read
     */
    record Request(String method, URI address, Map<String, String> headers, byte[] body, Duration patience, int mostBytes,
            int redirects, boolean plainHttp) {

        /** Copies the headers. */
        public Request {
            headers = Map.copyOf(headers);
        }

        /** A call over TLS, or to what the operator configured as internal. */
        public Request(String method, URI address, Map<String, String> headers, byte[] body, Duration patience, int mostBytes,
                int redirects) {
            this(method, address, headers, body, patience, mostBytes, redirects, false);
        }

        /** Fetches an address, without redirects. */
        public static Request get(URI address, int mostBytes) {
            return new Request("GET", address, Map.of(), null, null, mostBytes, 0);
        }

        /** Leaves headers and body out. */
        @Override
        public String toString() {
            return method + " " + address;
        }
    }

    /**
     * An answer, whatever its status.
     *
     * @param status HTTP status
     * @param address where it came from after redirects
     * @param headers the last value of each header, by name in lower case
     * @param body the body; never null
     */
    record Answer(int status, URI address, Map<String, String> headers, byte[] body) {

        /** Copies the headers. */
        public Answer {
            headers = Map.copyOf(headers);
        }

        /** Leaves headers and body out. */
        @Override
        public String toString() {
            return status + " of " + address;
        }
    }

    /**
     * Says of an address that somebody wants to have called why it would be refused now: its form, plain http, or a name that stands
     * for an address inside. A name that cannot be resolved is none of these. Each call judges anew.
     *
     * @return why, in English, or empty
     */
    default Optional<String> refusal(URI address) {
        return Optional.empty();
    }

    /**
     * Makes a call and waits for its answer.
     *
     * @throws OutgoingFailure when there is no answer that may be taken
     */
    Answer call(Request request) throws OutgoingFailure;
}
