package org.openbeian.channel.email;

import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
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

/** Sends each message through the configured mail server; there is no route while none is configured. */
@Component(service = RoutesBuilder.class, configurationPid = EmailRoutes.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EmailConfig.class)
public final class EmailRoutes extends RouteBuilder {

    static final String PID = "org.openbeian.channel.email";

    private static final Logger LOG = LoggerFactory.getLogger(EmailRoutes.class);
    private static final String ROUTE = "channel." + EmailChannel.ID;

    private final UnaryOperator<String> secrets;
    private volatile Mailer mailer;
    /** Where the route is, once it was added. */
    private volatile CamelContext context;

    /**
     * With a mail server; a password that the configuration names is asked of the vault at every connection. While a value is bad, the
     * channel stays away and its messages wait.
     */
    @Activate
    public EmailRoutes(EmailConfig config, @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault,
            BundleContext bundle) {
        this(config, value -> vault.resolve(value, "production".equalsIgnoreCase(bundle.getProperty("openbeian.profile"))));
    }

    EmailRoutes(EmailConfig config, UnaryOperator<String> secrets) {
        this.secrets = secrets;
        modified(config);
    }

    @Modified
    void modified(EmailConfig config) {
        Mailer before = mailer;
        try {
            mailer = new Mailer(checked(config), secrets);
        } catch (IllegalArgumentException e) {
            LOG.error("{}: {}; the configuration is refused and {}", PID, e.getMessage(),
                before == null ? "messages wait" : "the old one stays");
            return;
        }
        if (before != null) {
            before.close();
        } else if (context != null) {
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

    private EmailSettings checked(EmailConfig config) {
        EmailSettings settings = EmailSettings.of(config);
        try {
            secrets.apply(settings.password());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(".password " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            LOG.warn("{}: {}; messages wait until then", PID, e.getMessage());
        }
        return settings;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        context = getContext();
        from("direct:" + ROUTE).routeId(ROUTE).autoStartup(mailer != null).process(this::send);
    }

    private void send(Exchange exchange) throws Exception {
        OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
        boolean more = exchange.getMessage().getHeader(NotificationChannel.MORE, false, Boolean.class);
        exchange.getMessage().setBody(mailer.send(message, more));
    }

    @Deactivate
    void close() {
        if (mailer != null) {
            mailer.close();
        }
    }
}
