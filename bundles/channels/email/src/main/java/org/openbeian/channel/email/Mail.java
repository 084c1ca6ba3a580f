package org.openbeian.channel.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.openbeian.api.channel.HtmlText;
import org.openbeian.api.channel.OutgoingMessage;

/**
 * One message as a mail: text and HTML in UTF-8, in the language that its receiver chose or Chinese first and English below, with a
 * Message-ID that is the same on every repeat. What can be ended says how (RFC 2369, RFC 8058).
 */
final class Mail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    Mail(Session session, InternetAddress from, InternetAddress to, OutgoingMessage message) throws MessagingException {
        super(session);
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        id = "<" + message.key().replaceAll("[^A-Za-z0-9._-]", "-") + "@" + domain + ">";
        setFrom(from);
        setRecipient(Message.RecipientType.TO, to);
        setSubject(oneLine(message.oneSubject()), UTF_8);
        setContent(new MimeMultipart("alternative", part(text(message), "plain"), part(html(message), "html")));
        String unsubscribe = message.extras().unsubscribe();
        if (unsubscribe != null) {
            setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        setSentDate(Date.from(message.createdAt()));
        setHeader("Auto-Submitted", "auto-generated");
        saveChanges();
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static String text(OutgoingMessage message) {
        String text = message.extras().language() != null ? message.oneText() + "\n"
            : message.text().zh() + "\n\n----\n\n" + message.subject().en() + "\n\n" + message.text().en() + "\n";
        String unsubscribe = message.extras().unsubscribe();
        return unsubscribe == null ? text : text + "\n-- \n退订 / Unsubscribe: " + unsubscribe + "\n";
    }

    private static String html(OutgoingMessage message) {
        String page = HtmlText.page(message.inEnglish() ? "en" : "zh-CN", message.oneSubject(), message.oneText());
        String more = message.extras().language() != null ? ""
            : "<hr>\n" + HtmlText.section(message.subject().en(), message.text().en()) + "\n";
        String unsubscribe = message.extras().unsubscribe();
        String end = unsubscribe == null ? ""
            : "<p><a href=\"" + HtmlText.escape(unsubscribe) + "\">退订 / Unsubscribe</a></p>\n";
        return page.replace("</body>", more + end + "</body>");
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
