package org.openbeian.api.guidance;

import org.openbeian.api.order.Refusal;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Draws up what a case needs, from the rules that judge it (T-97 to T-110, A-19). Thread-safe. */
@ProviderType
public interface Checklists {

    /**
     * The list of an order.
     *
     * @throws Refusal when the actor may not see the order
     */
    Checklist of(Actor actor, String orderId);

    /**
     * The same to print.
     *
     * @param chinese whether it is in Chinese, otherwise in English
     * @throws Refusal when the actor may not see the order
     */
    PrintedDocument document(Actor actor, String orderId, boolean chinese);
}
