package org.openbeian.core.exchange;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.AuthorityUnavailable;
import org.openbeian.api.authority.FiledStatus;
import org.openbeian.api.model.CertificateType;
import org.openbeian.core.order.AppIntake;
import org.openbeian.core.order.AuthorityRoutes;
import org.openbeian.core.plugin.Bulkhead;
import org.openbeian.core.plugin.PluginsById;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway to the authorities, whenever one is there; of two that of the higher version. Thread-safe. */
@Component(service = {Gateways.class, AppIntake.class})
public final class Gateways implements AppIntake {

    /** How long somebody who waits for a page waits for the authority, in all. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);
    private static final String ID = "authority";
    /** Questions to one authority at once; one that is silent keeps nobody from asking another. */
    private static final int CALLS = 4;

    private final PluginsById<AuthorityGateway> present = new PluginsById<>();
    private final Map<String, Bulkhead> bulkheads = new ConcurrentHashMap<>();
    private final AuthorityRoutes routes;

    /** Without a gateway. */
    @Activate
    public Gateways(@Reference AuthorityRoutes routes) {
        this.routes = routes;
    }

    @Deactivate
    void stop() {
        bulkheads.values().forEach(Bulkhead::close);
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

    /** Whether a gateway is there, with whatever accounts. */
    boolean isThere() {
        return any().isPresent();
    }

    /** The gateway, whatever accounts it has. */
    public Optional<AuthorityGateway> any() {
        return present.find(ID).map(PluginsById.Entry::service);
    }

    /** The gateway, if it has an account for this authority. */
    public Optional<AuthorityGateway> of(String authorityId) {
        return any().filter(gateway -> gateway.isConfigured(authorityId));
    }

    /**
     * What an authority says is filed; empty when it does not say it in time, fails, or when too many ask already.
     *
     * @param certificate kind of the certificate whose number is asked about, or null for a domain
     * @param value certificate number or domain
     * @param patience what is left of the time to wait; nobody is asked when nothing is
     */
    Optional<FiledStatus> status(Route route, CertificateType certificate, String value, Duration patience) {
        if (patience.toMillis() < 1) {
            return Optional.empty();
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return bulkheads.computeIfAbsent(route.authorityId(), id -> new Bulkhead("openbeian-authority-" + id, CALLS))
                .call(() -> status(route, certificate, value, loader), patience);
        } catch (IOException | RejectedExecutionException e) {
            LOG.warn("Authority {} does not say what is filed: {}", route.authorityId(), e.getMessage());
            return Optional.empty();
        }
    }

    /** The gateway's SOAP client looks for its parts as it does on the caller's thread. */
    private static Optional<FiledStatus> status(Route route, CertificateType certificate, String value, ClassLoader loader) {
        Thread thread = Thread.currentThread();
        thread.setContextClassLoader(loader);
        try {
            return Optional.of(route.gateway().status(route.authorityId(), certificate, value));
        } catch (AuthorityUnavailable e) {
            LOG.info("Authority {} does not say what is filed: {}", route.authorityId(), e.getMessage());
            return Optional.empty();
        } finally {
            thread.setContextClassLoader(null);
        }
    }
}
