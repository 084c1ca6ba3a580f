package org.openbeian.core.exchange;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the exchange with the authorities. */
@ObjectClassDefinition(name = "OpenBeian exchange with authorities",
    description = "Size of upload files, pauses after failures, how often results are fetched. A bad value is refused and "
        + "named in the log; the old one stays.")
@interface ExchangeConfig {

    /** How many filings one upload file carries. */
    @AttributeDefinition(name = "Filings per file", description = "How many filings one upload file carries, 1 to 1000")
    int filings_per_file() default 50;

    /** Kilobytes of pictures in one upload file. */
    @AttributeDefinition(name = "Pictures per file", description = "Kilobytes of pictures in one upload file, 100 to 30000; the "
        + "interface takes files of up to 50 MB")
    int pictures_per_file_kilobytes() default 2000;

    /** Pause after the first failure. */
    @AttributeDefinition(name = "First pause", description = "Seconds from the first failure to the next try, doubled with each "
        + "further one, 1 to 3600")
    int first_pause_seconds() default 30;

    /** The pause never grows beyond this. */
    @AttributeDefinition(name = "Longest pause", description = "Seconds beyond which the pause never grows unless the authority "
        + "asks for it, 1 to 86400")
    int longest_pause_seconds() default 900;

    /** Results are never fetched more often. */
    @AttributeDefinition(name = "Shortest poll", description = "Seconds between two fetches of results at least, 1 to 86400")
    int shortest_poll_seconds() default 300;

    /** Authorities that hold no orders are asked so often for what they say by themselves. */
    @AttributeDefinition(name = "Idle poll", description = "Minutes between two fetches from authorities that hold no orders, 1 to 10080")
    int idle_poll_minutes() default 360;

    /** Results are fetched at least so often while orders are at the authority. */
    @AttributeDefinition(name = "Longest poll", description = "Seconds between two fetches of results at most while orders are "
        + "at the authority, 1 to 604800")
    int longest_poll_seconds() default 21600;
}
