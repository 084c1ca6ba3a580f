package org.openbeian.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.effect.Stage;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.effect.Lane;
import org.openbeian.core.effect.Missing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets lanes go on that paused themselves, when what they wait for is there. */
@Component(service = Stage.class, property = Stage.NAME + "=" + Stage.MISSING_PARTS)
public final class MissingParts implements Stage {

    private static final Logger LOG = LoggerFactory.getLogger(MissingParts.class);

    private final Transactions transactions;
    private final EffectStore effects;
    private final Missing missing;
    private final ChannelTransport channels;
    private final Gateways gateways;

    /** Created by Declarative Services. */
    @Activate
    public MissingParts(@Reference Transactions transactions, @Reference EffectStore effects, @Reference Missing missing,
            @Reference ChannelTransport channels, @Reference Gateways gateways) {
        this.transactions = transactions;
        this.effects = effects;
        this.missing = missing;
        this.channels = channels;
        this.gateways = gateways;
    }

    @Override
    public Optional<Instant> run(String key) {
        List<String> back = transactions.call(missing::selfPaused).stream().filter(this::isThere).toList();
        if (!back.isEmpty()) {
            transactions.run(() -> back.forEach(lane -> effects.setPaused(lane, null)));
            LOG.info("Lanes {} go on", back);
        }
        return Optional.empty();
    }

    private boolean isThere(String lane) {
        return lane.startsWith(Lane.AUTHORITY) ? gateways.of(Lane.id(lane)).isPresent()
            : channels.channel(Lane.id(lane)).isPresent();
    }
}
