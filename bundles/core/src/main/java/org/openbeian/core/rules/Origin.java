package org.openbeian.core.rules;

/** The bundle that brought a rule file. */
record Origin(String bundle, String version) {
}
