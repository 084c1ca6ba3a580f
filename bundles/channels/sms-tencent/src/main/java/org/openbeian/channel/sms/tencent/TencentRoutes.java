package org.openbeian.channel.sms.tencent;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.ReceiptReader;
import org.openbeian.api.channel.Receipts;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.key.KeyVault;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each message through the provider, and reads the receipts that it pushes; there is no route while none is configured. */
@Component(service = {RoutesBuilder.class, ReceiptReader.class}, configurationPid = TencentRoutes.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TencentConfig.class)
public final class TencentRoutes extends RouteBuilder implements ReceiptReader {

    static final String PID = "org.openbeian.channel.sms.tencent";

    private static final Logger LOG = LoggerFactory.getLogger(TencentRoutes.class);
    private static final String ROUTE = "channel." + TencentChannel.ID;

    private final OutgoingHttp http;
    private final UnaryOperator<String> secrets;
    private final Clock realTime;
    private volatile TencentSms sms;
    /** Where the route is, once it was added. */
    private volatile CamelContext context;

    /**
     * With an account at the provider. Signed with real time: the provider does not live by a virtual clock. While a value is bad, the
     * channel stays away and its messages wait.
     */
    @Activate
    public TencentRoutes(TencentConfig config, @Reference OutgoingHttp http,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault, BundleContext bundle) {
        this(config, http, value -> vault.resolve(value, "production".equalsIgnoreCase(bundle.getProperty("openbeian.profile"))));
    }

    TencentRoutes(TencentConfig config, OutgoingHttp http, UnaryOperator<String> secrets) {
        this.http = http;
        this.secrets = secrets;
        this.realTime = Clock.systemUTC();
        modified(config);
    }

    @Modified
    void modified(TencentConfig config) {
        boolean before = sms != null;
        try {
            sms = of(config);
        } catch (IllegalArgumentException e) {
            LOG.error("{}: {}; the configuration is refused and {}", PID, e.getMessage(),
                before ? "the old one stays" : "messages wait");
            return;
        }
        if (!before && context != null) {
            startRoute();
        }
    }

    private void startRoute() {
        try {
            context.getRouteController().startRoute(ROUTE);
        } catch (Exception e) {
            LOG.error("{}: the route does not start: {}", PID, e.toString());
        }
    }

    private TencentSms of(TencentConfig config) {
        TencentSettings settings = TencentSettings.of(config);
        try {
            secrets.apply(settings.key());
        } catch (IllegalStateException e) {
            LOG.warn("{}: {}; messages wait until then", PID, e.getMessage());
        }
        return new TencentSms(settings, http, secrets, realTime);
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        context = getContext();
        from("direct:" + ROUTE).routeId(ROUTE).autoStartup(sms != null).process(this::send);
    }

    private void send(Exchange exchange) throws Exception {
        exchange.getMessage().setBody(sms.send(exchange.getMessage().getBody(OutgoingMessage.class)));
    }

    @Override
    public String channel() {
        return TencentChannel.ID;
    }

    @Override
    public Optional<String> read(String token, byte[] body, Receipts receipts) {
        return sms == null ? Optional.empty() : sms.read(token, body, receipts);
    }
}
