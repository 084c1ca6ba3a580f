package org.openbeian.channel.sms.tencent;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    private final OutgoingHttp http;
    private final UnaryOperator<String> secrets;
    private final Clock realTime;
    private volatile TencentSms sms;

    /**
     * With an account at the provider. Signed with real time: the provider does not live by a virtual clock.
     *
     * @throws IllegalArgumentException when a value is bad; the channel then stays away and its messages wait
     */
    @Activate
    public TencentRoutes(TencentConfig config, @Reference OutgoingHttp http,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault, BundleContext context) {
        this.http = http;
        this.secrets = value -> vault.resolve(value, "production".equalsIgnoreCase(context.getProperty("openbeian.profile")));
        this.realTime = Clock.systemUTC();
        this.sms = of(config);
    }

    @Modified
    void modified(TencentConfig config) {
        try {
            sms = of(config);
        } catch (IllegalArgumentException e) {
            LOG.error("{}: {}; the configuration is refused and the old one stays", PID, e.getMessage());
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
        from("direct:channel." + TencentChannel.ID).routeId("channel." + TencentChannel.ID).process(this::send);
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
        return sms.read(token, body, receipts);
    }
}
