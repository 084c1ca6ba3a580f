package org.openbeian.core.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host as requests carry it: with a port, a trailing dot, in either form, or no name at all.
 *
 * @param kind what it is
 * @param name the name without port and trailing dot when it is one, otherwise null
 */
public record HostName(Kind kind, DomainName name) {

    private static final Pattern PORT = Pattern.compile("([^:]*|\\[[^]]*]):\\d{1,5}");
    private static final Pattern NUMBERS = Pattern.compile("(?i)((0x[0-9a-f]*|[0-9]+)(\\.|$))+");

    /** What a host is. */
    public enum Kind {
        /** A domain name. */
        NAME,
        /** Nothing. */
        EMPTY,
        /** An IP address, in whatever notation. */
        ADDRESS,
        /** A public suffix, under which names are registered. */
        SUFFIX,
        /** No host name. */
        MALFORMED
    }

    /** Reads a host; never throws. */
    public static HostName of(String text) {
        String host = text == null ? "" : text.strip();
        if (host.indexOf(':') >= 0 && PORT.matcher(host).matches()) {
            host = host.substring(0, host.lastIndexOf(':'));
        }
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (host.isEmpty()) {
            return new HostName(Kind.EMPTY, null);
        }
        if (host.indexOf(':') >= 0 || host.startsWith("[") || isNumbers(host)) {
            return new HostName(isAddress(host) ? Kind.ADDRESS : Kind.MALFORMED, null);
        }
        Optional<DomainName> name = DomainName.parse(host);
        return name.isPresent() ? new HostName(Kind.NAME, name.get())
            : new HostName(DomainName.check(host).orElse(null) == Fault.SUFFIX ? Kind.SUFFIX : Kind.MALFORMED, null);
    }

    private static boolean isNumbers(String host) {
        return !host.isEmpty() && host.charAt(0) >= '0' && host.charAt(0) <= '9' && NUMBERS.matcher(host).matches();
    }

    private static boolean isAddress(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return isNumbers(bare) || bare.indexOf(':') >= 0 && IpAddress.checkPublic(bare).orElse(null) != Fault.FORM;
    }
}
