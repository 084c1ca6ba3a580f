package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.LocalizedText;

/**
 * What a specialist goes by when he phones (T-33 to T-37). Holds no personal data in clear.
 *
 * @param orderId id of the order
 * @param version version of the script
 * @param round number of the submission round
 * @param principal JSON pointer of the person to phone
 * @param script what is asked, in its order
 * @param items the checklist: what is read out and confirmed item by item
 * @param calls calls of the present round
 * @param missesLeft how many more calls must be missed until the order is returned
 * @param next when the next call is to be made, or null when no time is agreed
 */
public record CallTask(String orderId, String version, int round, String principal, List<ScriptStep> script, List<CallItem> items,
        List<CallAttempt> calls, int missesLeft, Instant next) {

    /** Copies the lists. */
    public CallTask {
        script = List.copyOf(script);
        items = List.copyOf(items);
        calls = List.copyOf(calls);
    }

    /**
     * A step of the script.
     *
     * @param id {@code knows}, {@code identity}, {@code data} or {@code problems}
     * @param text what is said
     */
    public record ScriptStep(String id, LocalizedText text) {
    }

    /**
     * An item of the checklist.
     *
     * @param pointer JSON pointer into the application
     * @param text what it is
     * @param value what is entered there, personal data masked; null when nothing is
     */
    public record CallItem(String pointer, LocalizedText text, String value) {
    }
}
