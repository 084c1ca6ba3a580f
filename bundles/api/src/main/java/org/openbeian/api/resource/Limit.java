package org.openbeian.api.resource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A configured number within bounds. Thread-safe. */
public final class Limit {

    private static final Logger LOG = LoggerFactory.getLogger(Limit.class);

    private Limit() {
    }

    /**
     * The configured value or, where it is out of bounds, the one in force; what is refused is named in the log.
     *
     * @param pid name of the configuration
     * @param name name of the property
     * @param least smallest good value
     * @param most largest good value
     */
    public static long of(String pid, String name, long value, long least, long most, long inForce) {
        if (value >= least && value <= most) {
            return value;
        }
        LOG.error("{}: the value of {} is refused, expected a number from {} to {}; {} stays in force", pid, name, least, most,
            inForce);
        return inForce;
    }
}
