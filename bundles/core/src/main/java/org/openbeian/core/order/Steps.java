package org.openbeian.core.order;

import java.util.List;

/** The steps of the forms (T-19) and what belongs to each. */
public final class Steps {

    /** All of them, in their order. */
    public static final List<String> ALL = List.of("basic", "organizer", "organizer-principal", "service", "service-principal");

    private Steps() {
    }

    /** The step that a place of the application belongs to. */
    public static String of(String pointer) {
        if (pointer.startsWith("/organizer/principal")) {
            return "organizer-principal";
        }
        if (pointer.equals("/organizer/nature") || pointer.equals("/organizer/provinceId")) {
            return "basic";
        }
        if (pointer.matches("/services/[0-9]+/principal(/.*)?")) {
            return "service-principal";
        }
        return pointer.startsWith("/services") ? "service" : "organizer";
    }
}
