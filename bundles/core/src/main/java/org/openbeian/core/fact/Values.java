package org.openbeian.core.fact;

import java.time.LocalDate;

/** Values of facts, of a case or of an example. */
public interface Values {

    /** The value of a fact, or null when it is absent. */
    Object value(FactKey key);

    /** The day on whose rules is judged. */
    LocalDate today();
}
