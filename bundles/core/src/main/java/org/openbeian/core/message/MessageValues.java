package org.openbeian.core.message;

import java.time.Duration;

/** What messages say beside the order itself; from the configuration in force. Thread-safe. */
public interface MessageValues {

    /** Time from a missed call to the next one. */
    Duration callAgain();

    /** Time for the public-security filing. */
    Duration publicSecurityTime();

    /** Address that the number in the footer links to. */
    String footerLink();
}
