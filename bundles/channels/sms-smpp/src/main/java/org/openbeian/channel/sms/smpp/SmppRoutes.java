package org.openbeian.channel.sms.smpp;

import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
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
    private static final String LISTENING = ROUTE + ".receipts";

    private final Receipts receipts;
    private final UnaryOperator<String> secrets;
    private volatile Centre centre;
    /** Where the routes are, once they were added. */
    private volatile CamelContext context;

    /**
     * With an SMS centre; a password that the configuration names is asked of the vault at every connection. While a value is bad, the
     * channel stays away and its messages wait.
     */
    @Activate
    public SmppRoutes(SmppConfig config, @Reference Receipts receipts,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault, BundleContext bundle) {
        this(config, receipts, value -> vault.resolve(value, "production".equalsIgnoreCase(bundle.getProperty("openbeian.profile"))));
    }

    SmppRoutes(SmppConfig config, Receipts receipts, UnaryOperator<String> secrets) {
        this.receipts = receipts;
        this.secrets = secrets;
        modified(config);
    }

    @Modified
    void modified(SmppConfig config) {
        Centre before = centre;
        try {
            centre = of(config);
        } catch (IllegalArgumentException e) {
            LOG.error("{}: {}; the configuration is refused and {}", PID, e.getMessage(),
                before == null ? "messages wait" : "the old one stays");
            return;
        }
        if (before != null) {
            before.close();
        } else if (context != null) {
            startRoutes();
        }
    }

    private void startRoutes() {
        try {
            context.getRouteController().startRoute(ROUTE);
            context.getRouteController().startRoute(LISTENING);
        } catch (Exception e) {
            LOG.error("{}: the routes do not start: {}", PID, e.toString());
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
        context = getContext();
        from("direct:" + ROUTE).routeId(ROUTE).autoStartup(centre != null).process(this::send);
        from("timer:" + ROUTE + "?delay=1000&period=10000").routeId(LISTENING).autoStartup(centre != null)
            .process(exchange -> centre.listen());
    }

    private void send(Exchange exchange) throws Exception {
        exchange.getMessage().setBody(centre.send(exchange.getMessage().getBody(OutgoingMessage.class)));
    }

    @Deactivate
    void close() {
        if (centre != null) {
            centre.close();
        }
    }
}
