package org.openbeian.core.exchange;

import java.util.Optional;
import org.openbeian.api.authority.AuthorityGateway;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The gateway to the authorities, whenever one is there. Thread-safe. */
@Component(service = Gateways.class)
public final class Gateways {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuthorityGateway gateway;

    /** The gateway, if it has an account for this authority. */
    Optional<AuthorityGateway> of(String authorityId) {
        return Optional.ofNullable(gateway).filter(present -> present.isConfigured(authorityId));
    }
}
