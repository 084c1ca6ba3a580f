package org.openbeian.core.register;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.WebSite;

/** Domains as keys, so that one domain is found under one text however it was typed. */
public final class Domains {

    private Domains() {
    }

    /**
     * A domain in lower-case A-form without surrounding space. Text that is no domain stays as it is, in lower case; whether
     * it is one is for the rules to say.
     *
     * @param domain as entered, or null
     * @return the key, or null for null
     */
    public static String key(String domain) {
        if (domain == null) {
            return null;
        }
        String lower = domain.strip().toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 128)) {
            return lower;
        }
        try {
            return IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException ignored) {
            return lower;
        }
    }

    /**
     * The keys of all domains that an application asks for, without repetition. Those of APPs are not among them: an APP may share
     * its domains with a website, and other APPs.
     */
    public static List<String> of(Application application) {
        return application.services().stream().filter(WebSite.class::isInstance).flatMap(service -> service.domains().stream())
            .map(Domains::key).filter(Objects::nonNull).distinct().toList();
    }
}
