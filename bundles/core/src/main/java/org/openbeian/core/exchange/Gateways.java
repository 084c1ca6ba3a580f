package org.openbeian.core.exchange;

import java.util.Optional;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.core.order.AppIntake;
import org.openbeian.core.order.AuthorityRoutes;
import org.openbeian.core.plugin.PluginsById;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The gateway to the authorities, whenever one is there; of two that of the higher version. Thread-safe. */
@Component(service = {Gateways.class, AppIntake.class})
public final class Gateways implements AppIntake {

    private static final String ID = "authority";

    private final PluginsById<AuthorityGateway> present = new PluginsById<>();

    private final AuthorityRoutes routes;

    /** Without a gateway. */
    @Activate
    public Gateways(@Reference AuthorityRoutes routes) {
        this.routes = routes;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addGateway(ServiceReference<AuthorityGateway> reference, AuthorityGateway gateway) {
        present.add(reference, ID, gateway);
    }

    void removeGateway(ServiceReference<AuthorityGateway> reference) {
        present.remove(reference);
    }

    @Override
    public boolean refusesApps(String authorityId) {
        return of(authorityId).filter(gateway -> !gateway.takesApps(authorityId)).isPresent();
    }

    @Override
    public boolean hasAccount(String authorityId) {
        return of(authorityId).isPresent();
    }

    /**
     * By whom the orders of a province are sent.
     *
     * @param authorityId authority whose account takes them
     * @param gateway the gateway with that account
     */
    record Route(String authorityId, AuthorityGateway gateway) {
    }

    /** The way of orders of a province, if its account is there. */
    Optional<Route> forProvince(String provinceId) {
        return provinceId == null ? Optional.empty()
            : routes.to(provinceId).flatMap(authority -> of(authority).map(gateway -> new Route(authority, gateway)));
    }

    /** The gateway, if it has an account for this authority. */
    Optional<AuthorityGateway> of(String authorityId) {
        return present.find(ID).map(PluginsById.Entry::service).filter(gateway -> gateway.isConfigured(authorityId));
    }
}
