package org.openbeian.security.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.openbeian.api.account.Delegations;

/** Names of policies. Aliases are data: {@code policies.properties} beside this class. */
final class Policies {

    private static final Pattern RESOURCE = Pattern.compile(Pattern.quote(Delegations.RESOURCE_READ) + "[a-z0-9-]{1,40}");
    private static final Properties ALIASES = aliases();

    private Policies() {
    }

    /** The policy that a name or an alias stands for; empty when there is none. */
    static Optional<String> named(String name) {
        String policy = ALIASES.getProperty(name, name);
        return policy.equals(Delegations.FILING_FULL) || policy.equals(Delegations.FILING_PREPARE)
                || RESOURCE.matcher(policy).matches() ? Optional.of(policy) : Optional.empty();
    }

    private static Properties aliases() {
        Properties aliases = new Properties();
        try (InputStream in = Policies.class.getResourceAsStream("policies.properties")) {
            aliases.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return aliases;
    }
}
