package org.openbeian.aftercare.browser;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.openbeian.aftercare.browser}. */
@ObjectClassDefinition(name = "OpenBeian browser of inspections", description = "The Chromium that runs the scripts of inspected pages."
    + " It reaches public addresses on ports 80 and 443 alone. Run the server as a user other than root: for root Chromium has to go"
    + " without its own sandbox. A bad value is refused and named in the log; the old one stays.")
@interface BrowserConfig {

    /** Whether scripts are run. */
    @AttributeDefinition(name = "Mode", description = "auto runs the scripts of pages that miss something, where a browser is found; off"
        + " never does")
    String mode() default "auto";

    /** Which browser. */
    @AttributeDefinition(name = "Executable", description = "Path of Chromium or Chrome; empty looks on the PATH for chromium,"
        + " chromium-browser, google-chrome-stable and google-chrome")
    String executable() default "";

    /** How long a page may take. */
    @AttributeDefinition(name = "Time", description = "Seconds that the browser may take for one page, and that an inspection waits for"
        + " its turn, 3 to 120")
    int seconds() default 30;

    /** How much a page may load. */
    @AttributeDefinition(name = "Traffic", description = "Bytes that one page may load with all its parts, 100000 to 500000000")
    int traffic_bytes() default 30_000_000;

    /** How much memory a browser may take. */
    @AttributeDefinition(name = "Memory", description = "Megabytes of its own that the browser may take with all its processes, 128 to"
        + " 16384; seen to on Linux alone")
    int memory_megabytes() default 1024;

    /** How many browsers run. */
    @AttributeDefinition(name = "Browsers at once", description = "How many browsers run at the same time, 1 to 8")
    int at_once() default 1;
}
