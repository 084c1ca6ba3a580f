package org.openbeian.core.message;

import java.time.Duration;
import java.util.List;

/** What messages say beside the order itself; from the configuration in force. Thread-safe. */
public interface MessageValues {

    /** Time from a missed call to the next one. */
    Duration callAgain();

    /** Missed calls in a row after which an order is returned. */
    int callAttempts();

    /** The number from which specialists call; empty when the operator did not say. */
    String callNumber();

    /** Time for the public-security filing. */
    Duration publicSecurityTime();

    /** Address that the number in the footer links to. */
    String footerLink();

    /** Ids of the channels for which messages are kept while they are away. */
    List<String> channels();
}
