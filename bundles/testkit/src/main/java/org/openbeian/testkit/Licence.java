package org.openbeian.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Licences under which a jar may be in the distribution, and how manifests name them. */
enum Licence {
    APACHE("Apache-2.0", "apache.{0,25}2|LICENSE-2\\.0"),
    BSD_2("BSD-2-Clause", "BSD-2|bsd-license"),
    BSD_3("BSD-3-Clause", "BSD-3|edl-v?1|EDL-1"),
    CC0("CC0-1.0", "CC0"),
    CDDL("CDDL-1.1", "CDDL"),
    EPL_1("EPL-1.0", "epl-v?10|EPL-1"),
    EPL_2("EPL-2.0", "epl-?v?-?2"),
    /** For fonts alone: what is printed with them is not under it. */
    FONT("GPL-2.0-with-font-exception", "GPL-2\\.0-with-font-exception"),
    MPL("MPL-2.0", "h2database\\.com/html/license|MPL-2"),
    MIT("MIT", "\\bMIT\\b");

    private final String id;
    private final Pattern names;

    Licence(String id, String names) {
        this.id = id;
        this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
    }

    /** SPDX ids of the allowed licences that a text names; empty when there is none. */
    static List<String> idsIn(String text) {
        return Arrays.stream(values()).filter(licence -> licence.names.matcher(text).find()).map(licence -> licence.id).toList();
    }
}
