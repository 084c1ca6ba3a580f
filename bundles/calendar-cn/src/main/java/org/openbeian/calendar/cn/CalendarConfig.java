package org.openbeian.calendar.cn;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Years beside those of the bundle. */
@ObjectClassDefinition(name = "OpenBeian working-day calendar",
    description = "Public holidays and make-up days that are newer than the bundle. A bad value is refused and named in the log; what"
        + " served before it stays.")
@interface CalendarConfig {

    /** Lines such as {@code 2025.off=01-01, 01-28..02-04}. */
    @AttributeDefinition(name = "Years", required = false, description = "One line YYYY.off=… with the holidays and one YYYY.work=… "
        + "with the make-up working days of each year, as month-day, single days or first..last. A year named here takes the place of the "
        + "bundle's; it needs both lines, a year without make-up days an empty YYYY.work=")
    String[] years() default {};
}
