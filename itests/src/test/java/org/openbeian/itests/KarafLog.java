package org.openbeian.itests;

/** What Karaf itself logs at ERROR although nothing is wrong. */
final class KarafLog {

    private KarafLog() {
    }

    /** Two threads of a starting Karaf may register the same MBean: the second one complains, and nothing is missing. */
    static boolean isHarmless(String line) {
        return line.contains("register: Failure registering MBean org.apache.karaf.");
    }
}
