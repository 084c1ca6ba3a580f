package org.openbeian.channel.email;

import static org.openbeian.api.channel.ConfiguredText.secret;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.openbeian.api.channel.ChannelFailure;
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
     * @throws ChannelFailure when the server cannot be reached or takes nothing from us
     */
    synchronized DeliveryResult send(OutgoingMessage message, boolean more) throws ChannelFailure {
        InternetAddress to;
        try {
            to = Mail.receiver(message.address());
        } catch (AddressException e) {
            return DeliveryResult.refused("the address is not an e-mail address");
        }
        boolean keep = false;
        try {
            Mail mail = new Mail(session, settings.from(), to, message);
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

    private void connect() throws MessagingException, ChannelFailure {
        if (transport == null) {
            transport = session.getTransport("smtp");
        }
        if (!transport.isConnected()) {
            transport.connect(settings.user().isEmpty() ? null : settings.user(),
                settings.password().isEmpty() ? null : secret(secrets, settings.password()));
        }
    }

    /** A result when the server refused this receiver or this mail, for now or for good. */
    private static DeliveryResult judge(MessagingException failure) throws ChannelFailure {
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
        throw new ChannelFailure(why(failure), failure);
    }

    /** In our words: those of a server may name persons. */
    private static String why(MessagingException failure) {
        for (Exception e = failure; e != null; e = e instanceof MessagingException next ? next.getNextException() : null) {
            if (e instanceof ChannelFailure) {
                return e.getMessage();
            }
            if (e instanceof AuthenticationFailedException) {
                return "the mail server refuses our log-in";
            }
            int code = e instanceof SMTPSendFailedException mail ? mail.getReturnCode()
                : e instanceof SMTPSenderFailedException sender ? sender.getReturnCode()
                : e instanceof SMTPAddressFailedException address ? address.getReturnCode() : 0;
            if (code > 0) {
                boolean ofOurs = e instanceof SMTPSenderFailedException
                    || e instanceof SMTPSendFailedException mail && !isAboutTheMail(mail);
                return "the mail server " + (ofOurs ? "refuses our sender" : "takes nothing from us") + ", code " + code;
            }
            if (e instanceof ConnectException || e instanceof UnknownHostException || e instanceof NoRouteToHostException) {
                return "no connection to the mail server";
            }
            if (e instanceof SSLException || String.valueOf(e.getMessage()).startsWith("STARTTLS is required")) {
                return "no encrypted connection to the mail server that we trust";
            }
            if (e instanceof SocketTimeoutException) {
                return "the mail server does not answer in time";
            }
        }
        return "the conversation with the mail server broke";
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
