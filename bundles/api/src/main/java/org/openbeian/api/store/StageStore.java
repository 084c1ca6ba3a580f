package org.openbeian.api.store;

import java.time.Instant;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.osgi.annotation.versioning.ProviderType;

/** When orders entered and left their stages. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface StageStore {

    /** Takes one stay after the other. */
    @FunctionalInterface
    interface Visitor {

        /**
         * One stay of an order in a stage.
         *
         * @param stage the stage
         * @param provinceId province of the order
         * @param type filing type of the order
         * @param entered when it entered the stage
         * @param left when it left it
         */
        void visit(Stage stage, String provinceId, FilingType type, Instant entered, Instant left);
    }

    /** Shows all stays that ended from one instant on and before another, in no order. */
    void visit(Instant from, Instant until, Visitor visitor);
}
