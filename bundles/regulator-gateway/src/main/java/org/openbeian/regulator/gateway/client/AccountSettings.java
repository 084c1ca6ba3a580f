package org.openbeian.regulator.gateway.client;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.openbeian.api.http.Transport;

/**
 * An upload account at one authority, checked.
 *
 * @param authorityId six-digit code of the authority's province
 * @param address base address of its interface, without a slash at the end
 * @param ispId the provider's id there, 12 digits beginning with the province
 * @param userName name of the account
 * @param namespace namespace of the operations; the ministry's is not public, so it can be set
 * @param idParameter name of the first parameter, {@code ispId} or {@code ispID}
 * @param idParameterOfQueries the same for {@code isp_querypreviousupload}
 * @param opens first local time at which calls are allowed
 * @param closes local time from which calls are not allowed; equal to {@code opens} when the interface is always open
 * @param connectTimeout longest time to connect
 * @param receiveTimeout longest time to wait for an answer
 * @param transport how the interface is reached
 */
public record AccountSettings(String authorityId, String address, long ispId, String userName, String namespace, String idParameter,
    String idParameterOfQueries, LocalTime opens, LocalTime closes, Duration connectTimeout, Duration receiveTimeout,
    Transport transport) {

    /** Namespace of our own description of the interface. */
    public static final String OWN_NAMESPACE = "urn:openbeian:authority:isp";

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException naming the value that is wrong
     */
    public AccountSettings {
        require(authorityId.matches("[1-9][0-9]0000"), "authority must be the six-digit code of a province, such as 440000");
        require(ispId >= 100_000_000_000L && ispId <= 999_999_999_999L, "isp.id must have 12 digits");
        require(Long.toString(ispId).startsWith(authorityId.substring(0, 2)), "isp.id must begin with the province of the authority");
        require(!userName.isBlank(), "user.name must not be empty");
        require(isHttp(address), "address must be an http or https address");
        require(idParameter.matches("isp(Id|ID)"), "id.parameter must be ispId or ispID");
        require(idParameterOfQueries.matches("isp(Id|ID)"), "id.parameter.queries must be ispId or ispID");
        require(isPositive(connectTimeout), "connect.timeout.millis must be 1 to 300000");
        require(isPositive(receiveTimeout), "receive.timeout.millis must be 1 to 300000");
    }

    /** With the interface reached directly. */
    public AccountSettings(String authorityId, String address, long ispId, String userName, String namespace, String idParameter,
        String idParameterOfQueries, LocalTime opens, LocalTime closes, Duration connectTimeout, Duration receiveTimeout) {
        this(authorityId, address, ispId, userName, namespace, idParameter, idParameterOfQueries, opens, closes, connectTimeout,
            receiveTimeout, Transport.DIRECT);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private static boolean isHttp(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPositive(Duration timeout) {
        return timeout.toMillis() > 0 && timeout.compareTo(Duration.ofMinutes(5)) <= 0;
    }

    /** Whether calls are allowed at a local time. */
    public boolean isOpen(LocalTime time) {
        if (opens.equals(closes)) {
            return true;
        }
        boolean afterOpening = !time.isBefore(opens);
        boolean beforeClosing = time.isBefore(closes);
        return opens.isBefore(closes) ? afterOpening && beforeClosing : afterOpening || beforeClosing;
    }
}
