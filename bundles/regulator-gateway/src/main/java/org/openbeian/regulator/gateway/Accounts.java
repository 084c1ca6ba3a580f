package org.openbeian.regulator.gateway;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.openbeian.api.http.Transport;
import org.openbeian.regulator.gateway.client.AccountSettings;
import org.openbeian.regulator.gateway.client.IspClient;
import org.openbeian.regulator.gateway.client.Secrets;
import org.openbeian.regulator.gateway.payload.AuthorityNumbers;
import org.openbeian.regulator.gateway.payload.Extension;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.osgi.service.cm.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The upload accounts by configuration. A configuration with a wrong value is refused, names the value, and the account stays
 * as it was. Thread-safe.
 */
final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final Map<String, Account> byPid = new ConcurrentHashMap<>();
    private final UnaryOperator<String> resolver;

    /**
     * Without accounts.
     *
     * @param resolver what a configured secret stands for; throws IllegalArgumentException for one that must not be configured so,
     *     IllegalStateException for one that is not there at the moment
     */
    Accounts(UnaryOperator<String> resolver) {
        this.resolver = resolver;
    }

    /**
     * An account in use.
     *
     * @param client its client
     * @param defaults what the model does not say about an access
     * @param version version of the interface that the operator agreed on, or empty when the province's profile says it
     * @param numbers the authority's own numbers
     * @param reportNames whether what is in a file of reports has a name of its own; see {@link ReportFile}
     */
    record Account(IspClient client, FilingMapper.AccessDefaults defaults, String version, AuthorityNumbers numbers,
            boolean reportNames) {
        String authorityId() {
            return client.settings().authorityId();
        }
    }

    /** The account of an authority. */
    Optional<Account> find(String authorityId) {
        return byPid.values().stream().filter(account -> account.authorityId().equals(authorityId)).findFirst();
    }

    /** Puts a configuration in force, or refuses it. */
    synchronized void update(String pid, Dictionary<String, ?> values) throws ConfigurationException {
        Account account = account(new Reader(values));
        for (Map.Entry<String, Account> other : byPid.entrySet()) {
            if (!other.getKey().equals(pid) && other.getValue().authorityId().equals(account.authorityId())) {
                throw new ConfigurationException("authority", account.authorityId() + " is configured by " + other.getKey() + " already");
            }
        }
        byPid.put(pid, account);
    }

    synchronized void remove(String pid) {
        byPid.remove(pid);
    }

    private Account account(Reader values) throws ConfigurationException {
        String authority = values.required("authority");
        String[] hours = hours(values.text("hours", ""));
        Secrets named = secrets(values);
        check(authority, named);
        try {
            AccountSettings settings = new AccountSettings(authority, values.required("address").replaceAll("/+$", ""),
                values.number("isp.id", 0), values.required("user.name"), values.text("namespace", AccountSettings.OWN_NAMESPACE),
                values.text("id.parameter", "ispId"), values.text("id.parameter.queries", "ispId"), LocalTime.parse(hours[0]),
                LocalTime.parse(hours[1]), Duration.ofMillis(values.number("connect.timeout.millis", 5000)),
                Duration.ofMillis(values.number("receive.timeout.millis", 60000)), transport(authority, values));
            long location = values.number("server.location", ServerLocation.of(authority));
            long method = values.number("access.method", 5);
            range("server.location", location, 64);
            range("access.method", method, 64);
            return new Account(new IspClient(settings, () -> resolved(named)), new FilingMapper.AccessDefaults(location, method),
                version(values), numbers(values), values.flag("report.file.names"));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(name(e.getMessage()), e.getMessage(), e);
        }
    }

    private static String version(Reader values) throws ConfigurationException {
        String version = values.text("interface.version", "");
        if (!List.of("", Extension.NATIONAL, Extension.VERSION).contains(version)) {
            throw new ConfigurationException("interface.version", "must be " + Extension.NATIONAL + ", " + Extension.VERSION
                + ", or empty for what the province's profile says");
        }
        return version;
    }

    private static AuthorityNumbers numbers(Reader values) throws ConfigurationException {
        try {
            return AuthorityNumbers.parse(values.text("numbers", ""));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("numbers", e.getMessage(), e);
        }
    }

    private Transport transport(String authority, Reader values) throws ConfigurationException {
        String named = values.text("tls.password", "");
        String password = named.isEmpty() ? "" : resolve("tls.password", authority, named);
        return Transport.of(values.text("proxy", ""), values.text("tls.keystore", ""), values.text("tls.truststore", ""),
            password == null ? "" : password);
    }

    private static void range(String name, long value, long most) throws ConfigurationException {
        if (value < 1 || value > most) {
            throw new ConfigurationException(name, "must be 1 to " + most);
        }
    }

    /** Messages of the checks begin with the name of the value. */
    private static String name(String message) {
        return message.split(" ", 2)[0];
    }

    private static Secrets secrets(Reader values) throws ConfigurationException {
        String password = values.required("password");
        switch (values.text("encryption", "aes")) {
            case "none" -> {
                return new Secrets(password, null, null);
            }
            case "aes" -> {
                return new Secrets(password, values.required("encryption.key"), values.required("encryption.iv"));
            }
            default -> throw new ConfigurationException("encryption", "must be aes or none");
        }
    }

    /** The secrets as they are now. */
    private Secrets resolved(Secrets named) {
        return new Secrets(resolver.apply(named.password()), resolver.apply(named.key()), resolver.apply(named.iv()));
    }

    /** Refuses what can never work; a secret that is not there yet may still come. */
    private void check(String authority, Secrets named) throws ConfigurationException {
        resolve("password", authority, named.password());
        String key = resolve("encryption.key", authority, named.key());
        String iv = resolve("encryption.iv", authority, named.iv());
        if (key != null && iv != null) {
            try {
                FileCodec.aes(key, iv);
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException("encryption.key", e.getMessage(), e);
            }
        }
    }

    private String resolve(String property, String authority, String value) throws ConfigurationException {
        try {
            return resolver.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(property, e.getMessage(), e);
        } catch (IllegalStateException e) {
            LOG.warn("Authority {}, {}: {}; nothing is sent there until then", authority, property, e.getMessage());
            return null;
        }
    }

    private static String[] hours(String text) throws ConfigurationException {
        if (text.isEmpty()) {
            return new String[] {"00:00", "00:00"};
        }
        String[] parts = text.split("-");
        try {
            if (parts.length == 2) {
                return new String[] {LocalTime.parse(parts[0].strip()).toString(), LocalTime.parse(parts[1].strip()).toString()};
            }
        } catch (DateTimeParseException e) {
            throw new ConfigurationException("hours", "must be two times such as 08:00-20:00", e);
        }
        throw new ConfigurationException("hours", "must be two times such as 08:00-20:00");
    }

    /** Reads values of a configuration. */
    private record Reader(Dictionary<String, ?> values) {

        String text(String name, String otherwise) {
            Object value = values.get(name);
            return value == null || value.toString().isBlank() ? otherwise : value.toString().strip();
        }

        String required(String name) throws ConfigurationException {
            String value = text(name, null);
            if (value == null) {
                throw new ConfigurationException(name, "is required");
            }
            return value;
        }

        boolean flag(String name) throws ConfigurationException {
            return switch (text(name, "false")) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new ConfigurationException(name, "must be true or false");
            };
        }

        long number(String name, long otherwise) throws ConfigurationException {
            String value = text(name, Long.toString(otherwise));
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw new ConfigurationException(name, "must be a whole number", e);
            }
        }
    }
}
