package org.openbeian.channel.sms.aliyun;

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
@Component(service = {RoutesBuilder.class, ReceiptReader.class}, configurationPid = AliyunRoutes.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AliyunConfig.class)
public final class AliyunRoutes extends RouteBuilder implements ReceiptReader {

    static final String PID = "org.openbeian.channel.sms.aliyun";

    private static final Logger LOG = LoggerFactory.getLogger(AliyunRoutes.class);
    private static final String ROUTE = "channel." + AliyunChannel.ID;

    private final OutgoingHttp http;
    private final UnaryOperator<String> secrets;
    private final Clock realTime;
    private volatile AliyunSms sms;
    /** Where the route is, once it was added. */
    private volatile CamelContext context;

    /**
     * With an account at the provider. Signed with real time: the provider does not live by a virtual clock. While a value is bad, the
     * channel stays away and its messages wait.
     */
    @Activate
    public AliyunRoutes(AliyunConfig config, @Reference OutgoingHttp http,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault, BundleContext bundle) {
        this(config, http, value -> vault.resolve(value, "production".equalsIgnoreCase(bundle.getProperty("openbeian.profile"))));
    }

    AliyunRoutes(AliyunConfig config, OutgoingHttp http, UnaryOperator<String> secrets) {
        this.http = http;
        this.secrets = secrets;
        this.realTime = Clock.systemUTC();
        modified(config);
    }

    @Modified
    void modified(AliyunConfig config) {
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

    private AliyunSms of(AliyunConfig config) {
        AliyunSettings settings = AliyunSettings.of(config);
        try {
            secrets.apply(settings.key());
        } catch (IllegalStateException e) {
            LOG.warn("{}: {}; messages wait until then", PID, e.getMessage());
        }
        return new AliyunSms(settings, http, secrets, realTime);
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
        return AliyunChannel.ID;
    }

    @Override
    public Optional<String> read(String token, byte[] body, Receipts receipts) {
        return sms == null ? Optional.empty() : sms.read(token, body, receipts);
    }
}
