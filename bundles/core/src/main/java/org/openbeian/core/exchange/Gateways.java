package org.openbeian.core.exchange;

import java.time.Clock;
import java.util.Optional;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.effect.Lane;
import org.openbeian.core.effect.LaneTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway to the authorities, whenever one is there; its coming wakes the lanes that wait for it. Thread-safe. */
@Component(service = Gateways.class)
public final class Gateways {

    private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);

    private final Transactions transactions;
    private final EffectStore effects;
    private final DurableTasks tasks;
    private final Clock clock;
    private volatile AuthorityGateway gateway;

    /** Created by Declarative Services. */
    @Activate
    public Gateways(@Reference Transactions transactions, @Reference EffectStore effects, @Reference DurableTasks tasks,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.effects = effects;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A gateway came. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bind(AuthorityGateway newGateway) {
        gateway = newGateway;
        try {
            transactions.call(effects::lanes).stream().map(LaneStatus::name)
                    .filter(lane -> lane.startsWith(Lane.AUTHORITY))
                    .forEach(lane -> tasks.ensure(LaneTask.NAME, lane, clock.instant()));
        } catch (RuntimeException e) {
            LOG.warn("Lanes that wait for the gateway could not be woken and will look again by themselves: {}",
                    e.toString());
        }
    }

    void unbind(AuthorityGateway oldGateway) {
        if (gateway == oldGateway) {
            gateway = null;
        }
    }

    /** The gateway, if it has an account for this authority. */
    Optional<AuthorityGateway> of(String authorityId) {
        return Optional.ofNullable(gateway).filter(present -> present.isConfigured(authorityId));
    }
}
