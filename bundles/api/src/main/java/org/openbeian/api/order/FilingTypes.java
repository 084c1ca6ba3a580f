package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What orders need because they rest on what is filed already. Every method throws {@link Refusal} as {@link Orders} does.
 * Thread-safe.
 */
@ProviderType
public interface FilingTypes {

    /**
     * How a lost filing password is recovered.
     *
     * @param order the order, which says that it is being recovered
     * @param guide what the applicant does
     * @param page address where he does it
     */
    record PasswordRecovery(Order order, LocalizedText guide, String page) {
    }

    /**
     * What an order changes of what is on record (E-11 to E-13).
     *
     * @return the places in the order of their text; empty when nothing differs, or nothing about it is on record here
     */
    List<FieldChange> changes(Actor actor, String id);

    /**
     * Takes the filing password for an order, to be handed on to the authority. It is sealed with the order's key, shown to
     * nobody, and destroyed when the order is done.
     *
     * @param password 1 to 32 characters
     */
    Order givePassword(Actor actor, String id, long version, String password);

    /**
     * Notes in the order that its filing password is lost and being recovered (W-35), and tells how. The ministry alone recovers it, on
     * its own pages; the interface V3.0 has no operation to ask for that, so that nothing is sent to an authority.
     */
    PasswordRecovery recoverPassword(Actor actor, String id, long version);

    /**
     * Objects to what is known of the organizer, or to the type that was proposed; a specialist decides.
     *
     * @param reason why the order's type fits all the same
     */
    Order objectToType(Actor actor, String id, long version, String reason);

    /**
     * Decides on an objection: once it is accepted, the order keeps its type whatever is known.
     *
     * @param reason why
     * @throws Refusal also WRONG_STATE when nobody objected
     */
    Order decideType(Actor actor, String id, long version, boolean accepted, String reason);

    /**
     * Starts a draft with the data of an order that must be filed anew (T-42). Materials are uploaded again.
     *
     * @throws Refusal also WRONG_STATE when the order is not in state MUST_REFILE
     */
    Order refile(Actor actor, String id);
}
