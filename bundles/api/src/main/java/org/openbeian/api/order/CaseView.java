package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.LocalizedText;

/**
 * Where a case stands over all its stages: domain, filing, authority, public security (T-01, T-03).
 *
 * @param orderId id of the order
 * @param version version of the order that was looked at
 * @param state state of the order
 * @param position id of the stage that is under way, or null when the case is over
 * @param stages the stages, in their order
 */
public record CaseView(String orderId, long version, OrderState state, String position, List<CaseStage> stages) {

    /** Copies the list. */
    public CaseView {
        stages = List.copyOf(stages);
    }

    /** How a stage stands. */
    public enum StageStatus {
        /** It is behind. */
        DONE,
        /** It is under way. */
        CURRENT,
        /** It is to come. */
        COMING,
        /** The case ended before or in it. */
        STOPPED,
        /** Nobody here knows. */
        UNKNOWN
    }

    /**
     * A stage.
     *
     * @param id {@code domain}, {@code forms}, {@code pre-review}, {@code authority} or {@code public-security}
     * @param name what it is called
     * @param status how it stands
     * @param due until when it ought to be over, or null
     * @param detail what is known of it: a state, a number of days, a filing number; or null
     */
    public record CaseStage(String id, LocalizedText name, StageStatus status, Instant due, String detail) {
    }
}
