package org.openbeian.api.model;

import java.util.List;
import java.util.Map;

/**
 * Everything that an applicant enters for one order. Immutable; every part may be missing while the order is a draft.
 * The five forms of T-19 are its parts.
 *
 * @param organizer the organizer (主办单位), or null while not entered
 * @param services the internet services asked for, in order of entry; never null
 * @param extra fields that a province asks beyond the core ones, by field id; never null
 * @param basis the filed organizer and services that the order is about, or null for a first filing
 */
public record Application(Organizer organizer, List<InternetService> services, Map<String, String> extra, Basis basis) {

    /** An application in which nothing has been entered yet. */
    public static final Application EMPTY = new Application(null, List.of(), Map.of());

    /** Copies the collections; null ones become empty. */
    public Application {
        services = services == null ? List.of() : List.copyOf(services);
        extra = extra == null ? Map.of() : Map.copyOf(extra);
    }

    /** An application that rests on nothing filed. */
    public Application(Organizer organizer, List<InternetService> services, Map<String, String> extra) {
        this(organizer, services, extra, null);
    }

    /** The six-digit GB/T 2260 code of the province that will review, or null while not entered. */
    public String provinceId() {
        return organizer == null ? null : organizer.provinceId();
    }

    /** Says how much has been entered, without personal data. */
    @Override
    public String toString() {
        return "Application[province=" + provinceId() + ", services=" + services.size() + "]";
    }
}
