package org.openbeian.channel.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.openbeian.api.channel.OutgoingMessage;

/** One message as a mail: UTF-8, Chinese first and English below, with a Message-ID that is the same on every repeat. */
final class Mail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    Mail(Session session, InternetAddress from, InternetAddress to, OutgoingMessage message) throws MessagingException {
        super(session);
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        id = "<" + message.key().replaceAll("[^A-Za-z0-9._-]", "-") + "@" + domain + ">";
        setFrom(from);
        setRecipient(Message.RecipientType.TO, to);
        setSubject(oneLine(message.subject().zh()), UTF_8);
        setText(message.text().zh() + "\n\n----\n\n" + message.subject().en() + "\n\n" + message.text().en() + "\n", UTF_8);
        setSentDate(Date.from(message.createdAt()));
        setHeader("Auto-Submitted", "auto-generated");
        saveChanges();
    }

    /**
     * Reads the address of a receiver.
     *
     * @throws AddressException when it is not exactly one plain address
     */
    static InternetAddress receiver(String address) throws AddressException {
        InternetAddress[] parsed = InternetAddress.parse(address == null ? "" : address, true);
        if (parsed.length != 1 || parsed[0].isGroup() || !address.equals(parsed[0].getAddress())
                || !address.matches("[\\x21-\\x7e]+@[\\x21-\\x7e]+")) {
            throw new AddressException("not one plain address");
        }
        return parsed[0];
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
