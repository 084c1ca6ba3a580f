package org.openbeian.api.store;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.osgi.annotation.versioning.ProviderType;

/** When orders and messages entered and left their stages. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface StageStore {

    /**
     * One stay of an order, or of a message, in a stage.
     *
     * @param stage the stage
     * @param provinceId province of the order; null for a message that is not about one
     * @param channel channel of the message; null for other stages
     * @param type filing type of the order; null for a message that is not about one
     * @param entered when it entered the stage
     * @param left when it left it
     */
    record Stay(Stage stage, String provinceId, String channel, FilingType type, Instant entered, Instant left) {
    }

    /**
     * Shows all stays that ended from one instant on and before another, one after the other, in no order.
     *
     * @param stages which stages are looked at
     */
    void visit(Instant from, Instant until, Set<Stage> stages, Consumer<Stay> visitor);
}
