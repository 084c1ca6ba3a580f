package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.effect.DeployedRoutes.DeployedRoute;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;

/**
 * The way of a filing type through the reviews, as the life-cycle table of this server has it now.
 *
 * @param type the type
 * @param verified who gets the ministry's code; empty when the type needs none
 * @param password whether the filing password goes along
 * @param channels ids of the channels that are there to carry messages
 * @param routes the Camel routes that carry out what the steps cause, by id
 * @param steps what may happen, in the order of the table
 * @param stages why the stages are there, in their order (W-04)
 */
public record Flow(FilingType type, List<String> verified, boolean password, List<String> channels, List<DeployedRoute> routes,
        List<FlowStep> steps, List<StageText> stages) {

    /** Copies the lists. */
    public Flow {
        verified = List.copyOf(verified);
        channels = List.copyOf(channels);
        routes = List.copyOf(routes);
        steps = List.copyOf(steps);
        stages = List.copyOf(stages);
    }

    /**
     * A row of the table.
     *
     * @param from states in which it may happen; empty for the beginning
     * @param event what happens
     * @param text what it means
     * @param condition when it takes this way, such as {@code MISSED}; null for the usual one
     * @param to state afterwards, or null when it stays
     * @param by who may cause it
     * @param deadline what is due afterwards, or null
     * @param messages ids of the messages that are sent
     * @param uploads whether the order is sent to the authority
     */
    public record FlowStep(List<OrderState> from, OrderEvent event, LocalizedText text, String condition, OrderState to,
            List<String> by, String deadline, List<String> messages, boolean uploads) {

        /** Copies the lists. */
        public FlowStep {
            from = List.copyOf(from);
            by = List.copyOf(by);
            messages = List.copyOf(messages);
        }
    }
}
