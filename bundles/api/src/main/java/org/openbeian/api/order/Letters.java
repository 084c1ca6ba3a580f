package org.openbeian.api.order;

import java.util.List;
import java.util.function.Function;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Letters to be signed, filled in from an order as far as it knows. Thread-safe. */
@ProviderType
public interface Letters {

    /**
     * The letters that an order asks for, as the rules of its province say, in their order. Without personal data.
     *
     * @throws Refusal NOT_FOUND when the order is unknown to the actor
     */
    List<Letter> of(Actor actor, String orderId);

    /**
     * Fills a letter in, and keeps which version was printed and when, once it is rendered. It holds personal data in clear.
     *
     * @param type material type of the letter
     * @param subject JSON pointer to what it is about
     * @param rendering makes what is handed out; when it fails, nothing is kept
     * @return what {@code rendering} made
     * @throws Refusal NOT_FOUND when the order is unknown to the actor or asks for no such letter; FORBIDDEN for those who do not
     *     see the order in clear; UNAVAILABLE when the words of a version that is kept were changed
     */
    <T> T print(Actor actor, String orderId, String type, String subject, Function<PrintedDocument, T> rendering);
}
