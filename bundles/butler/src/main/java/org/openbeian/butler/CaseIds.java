package org.openbeian.butler;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;

/** Ids that grow with time. Thread-safe. */
final class CaseIds {

    private final SecureRandom random = new SecureRandom();

    String next(Instant now) {
        return String.format(Locale.ROOT, "%011x%016x", now.toEpochMilli(), random.nextLong());
    }
}
