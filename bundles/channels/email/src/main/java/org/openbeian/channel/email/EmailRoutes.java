package org.openbeian.channel.email;

import java.util.function.UnaryOperator;
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

    private final UnaryOperator<String> secrets;
    private volatile Mailer mailer;

    /**
     * With a mail server; a password that the configuration names is asked of the vault at every connection.
     *
     * @throws IllegalArgumentException when a value is bad; the channel then stays away and its messages wait
     */
    @Activate
    public EmailRoutes(EmailConfig config, @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault,
            BundleContext context) {
        this(config, value -> vault.resolve(value, "production".equalsIgnoreCase(context.getProperty("openbeian.profile"))));
    }

    EmailRoutes(EmailConfig config, UnaryOperator<String> secrets) {
        this.secrets = secrets;
        this.mailer = new Mailer(checked(config), secrets);
    }

    @Modified
    void modified(EmailConfig config) {
        try {
            Mailer before = mailer;
            mailer = new Mailer(checked(config), secrets);
            before.close();
        } catch (IllegalArgumentException e) {
            LOG.error("{}: {}; the configuration is refused and the old one stays", PID, e.getMessage());
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
        from("direct:channel." + EmailChannel.ID).routeId("channel." + EmailChannel.ID).process(this::send);
    }

    private void send(Exchange exchange) throws Exception {
        OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
        boolean more = exchange.getMessage().getHeader(NotificationChannel.MORE, false, Boolean.class);
        exchange.getMessage().setBody(mailer.send(message, more));
    }

    @Deactivate
    void close() {
        mailer.close();
    }
}
