package org.openbeian.authority.simulator;

import org.openbeian.api.account.RealName;
import org.openbeian.api.account.RealNameVerifier;
import org.osgi.service.component.annotations.Component;

/**
 * Stands for the service that knows whose documents are whose: confirms everybody but those whose name holds {@value #STRANGER}.
 * Like the whole bundle it does not start in the production profile.
 */
@Component
public final class RealNameSimulator implements RealNameVerifier {

    static final String STRANGER = "不符";

    @Override
    public Answer verify(RealName data) {
        return data.name().contains(STRANGER) ? Answer.DIFFERS : Answer.CONFIRMED;
    }
}
