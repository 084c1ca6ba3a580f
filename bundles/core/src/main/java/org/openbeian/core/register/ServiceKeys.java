package org.openbeian.core.register;

import org.openbeian.api.model.App;
import org.openbeian.api.model.InternetService;

/** What tells services apart across orders and the register. */
public final class ServiceKeys {

    private ServiceKeys() {
    }

    /** The main domain of a website in lower-case A-form, {@code app:} and the name of an APP; null while not entered. */
    public static String of(InternetService service) {
        if (service instanceof App app) {
            return app.name() == null ? null : "app:" + app.name().strip();
        }
        return service.domains().isEmpty() ? null : Domains.key(service.domains().get(0));
    }
}
