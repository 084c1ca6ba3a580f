package org.openbeian.channel.email;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each message through the configured mail server; there is no route while none is configured. */
@Component(service = RoutesBuilder.class, configurationPid = EmailRoutes.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EmailConfig.class)
public final class EmailRoutes extends RouteBuilder {

    static final String PID = "org.openbeian.channel.email";

    private static final Logger LOG = LoggerFactory.getLogger(EmailRoutes.class);

    private volatile Mailer mailer;

    /**
     * With a mail server.
     *
     * @throws IllegalArgumentException when a value is bad; the channel then stays away and its messages wait
     */
    @Activate
    public EmailRoutes(EmailConfig config) {
        mailer = new Mailer(EmailSettings.of(config));
    }

    @Modified
    void modified(EmailConfig config) {
        try {
            Mailer before = mailer;
            mailer = new Mailer(EmailSettings.of(config));
            before.close();
        } catch (IllegalArgumentException e) {
            LOG.error("{}: {}; the configuration is refused and the old one stays", PID, e.getMessage());
        }
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
