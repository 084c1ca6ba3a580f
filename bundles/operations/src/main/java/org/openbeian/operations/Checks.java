package org.openbeian.operations;

/** Names and tags of the health checks. */
final class Checks {

    /** Tag of checks without which the server is to be restarted. */
    static final String LIVE = "live";

    /** Tag of checks without which the server takes no requests. */
    static final String READY = "ready";

    /** Tag of every check that the doctor runs. */
    static final String DOCTOR = "doctor";

    static final String START = "start";
    static final String SERVICES = "services";
    static final String DATABASE = "database";
    static final String TASKS = "tasks";
    static final String PLUGINS = "plugins";
    static final String RULES = "rules";
    static final String LANES = "lanes";
    static final String CLOCK = "clock";
    static final String CALENDAR = "calendar";
    static final String DISK = "disk";
    static final String THREADS = "threads";
    static final String COMPONENTS = "components";
    static final String WAITING = "waiting";
    static final String HARDENING = "hardening";

    private Checks() {
    }
}
