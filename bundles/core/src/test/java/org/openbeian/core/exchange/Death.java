package org.openbeian.core.exchange;

/** The process was killed at this point. */
final class Death extends Error {

    private static final long serialVersionUID = 1L;
}
