package org.openbeian.api.account;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Real-name data of accounts, kept only when a {@link RealNameVerifier} confirmed them. The rules compare the organizers of the
 * account's orders with them. Every change writes audit. Thread-safe.
 */
@ProviderType
public interface RealNames {

    /**
     * The data of an account; empty when it has none.
     *
     * @param account the actor's own account, or any when the actor manages accounts
     */
    Optional<RealName> of(Actor actor, String account);

    /**
     * Checks data and keeps them, for the first time or as a correction. Must not run inside a transaction of the caller. Orders
     * are not changed: those that their applicant can still edit are judged anew and told.
     *
     * @param account the actor's own account, or any when the actor manages accounts
     * @return what each editable order of the account, the newest 50 of each state, needs now
     * @throws Refusal INVALID with all findings when the form is bad or the check denies the data; WRONG_STATE
     *     {@code verifier-missing} when this server has nobody to ask; UNAVAILABLE when he gave no answer
     */
    List<Requirements> keep(Actor actor, String account, RealName data);
}
