package org.openbeian.core.fact;

import java.util.Optional;
import java.util.function.Function;
import org.openbeian.core.identifier.DomainName;

/** A domain as entered, and what it is when it is well formed. */
final class DomainPart {

    private final String entered;
    private Optional<DomainName> parsed;

    DomainPart(String entered) {
        this.entered = entered;
    }

    String entered() {
        return entered;
    }

    Object of(Function<DomainName, Object> property) {
        if (parsed == null) {
            parsed = DomainName.parse(entered);
        }
        return parsed.map(property).orElse(null);
    }
}
