package org.openbeian.core.rules;

/** Compares versions of bundles: three numbers and a qualifier. */
final class BundleVersion {

    private BundleVersion() {
    }

    static int compare(String one, String other) {
        String[] a = one.split("\\.", 4);
        String[] b = other.split("\\.", 4);
        for (int i = 0; i < 3; i++) {
            int difference = Long.compare(number(a, i), number(b, i));
            if (difference != 0) {
                return difference;
            }
        }
        return (a.length > 3 ? a[3] : "").compareTo(b.length > 3 ? b[3] : "");
    }

    private static long number(String[] parts, int index) {
        if (index >= parts.length || !parts[index].matches("\\d{1,10}")) {
            return 0;
        }
        return Long.parseLong(parts[index]);
    }
}
