package org.openbeian.channel.sms.smpp;

import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.Receipts;
import org.openbeian.api.key.KeyVault;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each message through the SMS centre, and stays bound to it, as receipts come when they come; there is no route while none is
 * configured.
 */
@Component(service = RoutesBuilder.class, configurationPid = SmppRoutes.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmppConfig.class)
public final class SmppRoutes extends RouteBuilder {

    static final String PID = "org.openbeian.channel.sms.smpp";

    private static final Logger LOG = LoggerFactory.getLogger(SmppRoutes.class);
    private static final String ROUTE = "channel." + SmppChannel.ID;

    private final Receipts receipts;
    private final UnaryOperator<String> secrets;
    private volatile Centre centre;

    /**
     * With an SMS centre; a password that the configuration names is asked of the vault at every connection.
     *
     * @throws IllegalArgumentException when a value is bad; the channel then stays away and its messages wait
     */
    @Activate
    public SmppRoutes(SmppConfig config, @Reference Receipts receipts,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault, BundleContext context) {
        this(config, receipts, value -> vault.resolve(value, "production".equalsIgnoreCase(context.getProperty("openbeian.profile"))));
    }

    SmppRoutes(SmppConfig config, Receipts receipts, UnaryOperator<String> secrets) {
        this.receipts = receipts;
        this.secrets = secrets;
        this.centre = of(config);
    }

    @Modified
    void modified(SmppConfig config) {
        try {
            Centre before = centre;
            centre = of(config);
            before.close();
        } catch (IllegalArgumentException e) {
            LOG.error("{}: {}; the configuration is refused and the old one stays", PID, e.getMessage());
        }
    }

    private Centre of(SmppConfig config) {
        SmppSettings settings = SmppSettings.of(config);
        if (settings.isHeard()) {
            LOG.warn("{}: the password goes to {} without TLS; use a private line, or set tls = true", PID, settings.host());
        }
        try {
            secrets.apply(settings.password());
        } catch (IllegalStateException e) {
            LOG.warn("{}: {}; messages wait until then", PID, e.getMessage());
        }
        return new Centre(settings, secrets, receipts);
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:" + ROUTE).routeId(ROUTE).process(this::send);
        from("timer:" + ROUTE + "?delay=1000&period=10000").routeId(ROUTE + ".receipts").process(exchange -> centre.listen());
    }

    private void send(Exchange exchange) throws Exception {
        exchange.getMessage().setBody(centre.send(exchange.getMessage().getBody(OutgoingMessage.class)));
    }

    @Deactivate
    void close() {
        centre.close();
    }
}
