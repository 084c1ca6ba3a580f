package org.openbeian.channel.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.OutgoingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mails over one connection, which is kept while more messages of the batch follow. Thread-safe, one mail at a time.
 * What concerns the one receiver or message is a result; what concerns the server as a whole is thrown.
 */
final class Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final int CLOSING = 421;
    /** Shorter than what a channel may take for one message. */
    private static final Duration LIMIT = Duration.ofSeconds(25);

    private final EmailSettings settings;
    private final UnaryOperator<String> secrets;
    private final Session session;
    private final BoundedSockets sockets;
    private Transport transport;

    /**
     * For a mail server.
     *
     * @param secrets what a configured password stands for, asked at every connection
     */
    Mailer(EmailSettings settings, UnaryOperator<String> secrets) {
        this(settings, secrets, LIMIT);
    }

    /** With another longest time for one mail. */
    Mailer(EmailSettings settings, UnaryOperator<String> secrets, Duration limit) {
        this.settings = settings;
        this.secrets = secrets;
        this.sockets = new BoundedSockets(limit);
        Properties properties = settings.properties();
        properties.put("mail.smtp.socketFactory", sockets);
        this.session = Session.getInstance(properties);
    }

    /**
     * Sends one message.
     *
     * @param more whether the connection is wanted for another one at once
     * @throws MessagingException when the server cannot be reached or takes nothing from us
     */
    synchronized DeliveryResult send(OutgoingMessage message, boolean more) throws MessagingException {
        InternetAddress to;
        try {
            to = Mail.receiver(message.address());
        } catch (AddressException e) {
            return DeliveryResult.refused("the address is not an e-mail address");
        }
        Mail mail = new Mail(session, settings.from(), to, message);
        boolean keep = false;
        try {
            sockets.begin();
            connect();
            transport.sendMessage(mail, new Address[] {to});
            keep = more;
            return DeliveryResult.accepted(mail.getMessageID());
        } catch (MessagingException e) {
            return judge(e);
        } finally {
            if (!keep) {
                close();
            }
        }
    }

    private void connect() throws MessagingException {
        if (transport == null) {
            transport = session.getTransport("smtp");
        }
        if (!transport.isConnected()) {
            transport.connect(settings.user().isEmpty() ? null : settings.user(), password());
        }
    }

    private String password() throws MessagingException {
        try {
            return settings.password().isEmpty() ? null : secrets.apply(settings.password());
        } catch (IllegalStateException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    /** A result when the server refused this receiver or this mail, for now or for good. */
    private static DeliveryResult judge(MessagingException failure) throws MessagingException {
        for (Exception e = failure; e != null; e = e instanceof MessagingException next ? next.getNextException() : null) {
            int code = e instanceof SMTPAddressFailedException address ? address.getReturnCode()
                : e instanceof SMTPSendFailedException mail && !(e instanceof SMTPSenderFailedException) && isAboutTheMail(mail)
                ? mail.getReturnCode() : 0;
            if (code >= 500) {
                return DeliveryResult.refused("the mail server refused with code " + code);
            }
            if (code >= 400 && code != CLOSING) {
                return DeliveryResult.retryLater("the mail server said to come again, code " + code);
            }
        }
        throw failure;
    }

    private static boolean isAboutTheMail(SMTPSendFailedException failure) {
        return failure.getCommand() == null || !failure.getCommand().startsWith("MAIL");
    }

    synchronized void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.debug("The connection broke while it was closed: {}", e.toString());
            }
            transport = null;
        }
    }
}
