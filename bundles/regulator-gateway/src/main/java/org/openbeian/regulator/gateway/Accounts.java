package org.openbeian.regulator.gateway;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeian.regulator.gateway.client.AccountSettings;
import org.openbeian.regulator.gateway.client.IspClient;
import org.openbeian.regulator.gateway.client.Secrets;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.osgi.service.cm.ConfigurationException;

/**
 * The upload accounts by configuration. A configuration with a wrong value is refused, names the value, and the account stays
 * as it was. Thread-safe.
 */
final class Accounts {
    private final Map<String, Account> byPid = new ConcurrentHashMap<>();

    /**
     * An account in use.
     *
     * @param client its client
     * @param defaults what the model does not say about an access
     */
    record Account(IspClient client, FilingMapper.AccessDefaults defaults) {
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

    private static Account account(Reader values) throws ConfigurationException {
        String authority = values.required("authority");
        String[] hours = hours(values.text("hours", ""));
        Secrets secrets = secrets(values);
        try {
            AccountSettings settings = new AccountSettings(authority, values.required("address").replaceAll("/+$", ""),
                values.number("isp.id", 0), values.required("user.name"), values.text("namespace", AccountSettings.OWN_NAMESPACE),
                values.text("id.parameter", "ispId"), values.text("id.parameter.queries", "ispId"), LocalTime.parse(hours[0]),
                LocalTime.parse(hours[1]), Duration.ofMillis(values.number("connect.timeout.millis", 5000)),
                Duration.ofMillis(values.number("receive.timeout.millis", 60000)));
            long location = values.number("server.location", ServerLocation.of(authority));
            long method = values.number("access.method", 5);
            range("server.location", location, 64);
            range("access.method", method, 64);
            return new Account(new IspClient(settings, () -> secrets), new FilingMapper.AccessDefaults(location, method));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(name(e.getMessage()), e.getMessage(), e);
        }
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
                String key = values.required("encryption.key");
                String iv = values.required("encryption.iv");
                try {
                    FileCodec.aes(key, iv);
                } catch (IllegalArgumentException e) {
                    throw new ConfigurationException("encryption.key", e.getMessage(), e);
                }
                return new Secrets(password, key, iv);
            }
            default -> throw new ConfigurationException("encryption", "must be aes or none");
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
