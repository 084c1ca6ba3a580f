package org.openbeian.channel.sms.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.Receipts;
import org.openbeian.api.channel.SmsText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session with the SMS centre, bound again when it was lost. What concerns the one number or message is a result; what concerns
 * the SMS centre as a whole is thrown. Thread-safe, one message at a time.
 */
final class Centre {

    private static final Logger LOG = LoggerFactory.getLogger(Centre.class);
    /** Throttled, queue full, or an error that the centre itself takes for temporary (SMPP 3.4, 5.1.3). */
    private static final Set<Integer> LATER = Set.of(0x14, 0x58, 0x64, 0x08);
    /** About this message: length, addresses, times, flags, parameters, submission failed. */
    private static final Set<Integer> REFUSED = Set.of(0x01, 0x0a, 0x0b, 0x33, 0x34, 0x40, 0x42, 0x43, 0x44, 0x45, 0x48, 0x49, 0x50, 0x51,
        0x61, 0x62, 0x63, 0x65, 0x66, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4);
    private static final byte UDH_ONE = 5;

    private final SmppSettings settings;
    private final UnaryOperator<String> secrets;
    private final Receipts receipts;
    private SMPPSession session;
    private boolean closed;

    Centre(SmppSettings settings, UnaryOperator<String> secrets, Receipts receipts) {
        this.settings = settings;
        this.secrets = secrets;
        this.receipts = receipts;
    }

    /**
     * Sends one message, in as many parts as it takes.
     *
     * @throws IOException when the SMS centre cannot be reached or takes nothing from us
     */
    synchronized DeliveryResult send(OutgoingMessage message) throws IOException {
        String number = number(message.address());
        if (number == null) {
            return DeliveryResult.refused("the address is not a mobile number");
        }
        String text = (settings.sign().isEmpty() ? "" : "【" + settings.sign() + "】") + message.oneText();
        List<String> parts = SmsText.parts(text);
        if (parts.size() > 255) {
            return DeliveryResult.refused("the text takes more than 255 SMS");
        }
        try {
            SMPPSession bound = bind();
            String reference = null;
            for (int i = 0; i < parts.size(); i++) {
                reference = submit(bound, number, part(parts, i, SmsText.isUcs2(text), message.key()), SmsText.isUcs2(text),
                    parts.size() > 1, i + 1 == parts.size(), message.key());
            }
            boolean told = settings.receipts() && reference != null && !reference.isEmpty();
            return told ? DeliveryResult.sent(reference, parts.size())
                : new DeliveryResult(DeliveryResult.Status.ACCEPTED, reference, parts.size());
        } catch (NegativeResponseException e) {
            return judge(e.getCommandStatus());
        } catch (PDUException e) {
            return DeliveryResult.refused("the message cannot be put into a PDU: " + e.getMessage());
        } catch (ResponseTimeoutException | InvalidResponseException e) {
            drop();
            throw new IOException("the SMS centre gives no usable answer", e);
        } catch (IOException e) {
            drop();
            throw e;
        }
    }

    private DeliveryResult judge(int status) throws IOException {
        String reason = "command_status 0x%08x".formatted(status);
        if (LATER.contains(status)) {
            return DeliveryResult.retryLater(reason);
        }
        if (REFUSED.contains(status)) {
            return DeliveryResult.refused(reason);
        }
        drop();
        throw new IOException("the SMS centre takes nothing from us: " + reason);
    }

    /** The receipt is asked for with the last part; the reference of the parts is the same on every repeat. */
    private String submit(SMPPSession bound, String number, byte[] octets, boolean ucs2, boolean many, boolean last, String key)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException, IOException {
        boolean name = settings.source().matches(".*[A-Za-z ].*");
        return bound.submitShortMessage("", name ? TypeOfNumber.ALPHANUMERIC : TypeOfNumber.UNKNOWN,
            name ? NumberingPlanIndicator.UNKNOWN : NumberingPlanIndicator.ISDN, settings.source(), TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN, number, new ESMClass(many ? 0x40 : 0), (byte) 0, (byte) 1, null, null,
            new RegisteredDelivery(last && settings.receipts() ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT),
            (byte) 0, new GeneralDataCoding(ucs2 ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT), (byte) 0, octets,
            new OptionalParameter.User_message_reference((short) key.hashCode())).getMessageId();
    }

    private static byte[] part(List<String> parts, int index, boolean ucs2, String key) {
        byte[] text = SmsText.octets(parts.get(index), ucs2);
        if (parts.size() == 1) {
            return text;
        }
        byte[] whole = new byte[UDH_ONE + 1 + text.length];
        byte[] header = {UDH_ONE, 0, 3, (byte) key.hashCode(), (byte) parts.size(), (byte) (index + 1)};
        System.arraycopy(header, 0, whole, 0, header.length);
        System.arraycopy(text, 0, whole, header.length, text.length);
        return whole;
    }

    /** In international form without a plus; numbers of mainland China may lack the country code. */
    static String number(String address) {
        String number = address == null ? "" : address.replaceAll("[ -]", "");
        return number.matches("1[3-9][0-9]{9}") ? "86" + number : number.matches("\\+[1-9][0-9]{6,14}") ? number.substring(1) : null;
    }

    /** Binds again when the session was lost, so that receipts come; a centre that is away is no news. */
    synchronized void listen() {
        if (settings.receipts() && !closed) {
            try {
                bind();
            } catch (IOException e) {
                LOG.debug("The SMS centre cannot be reached: {}", e.toString());
            }
        }
    }

    private SMPPSession bind() throws IOException {
        if (closed) {
            throw new IOException("the channel is being stopped");
        }
        if (session != null && session.getSessionState().isBound()) {
            return session;
        }
        drop();
        SMPPSession fresh = new SMPPSession(this::connect);
        fresh.setTransactionTimer(settings.timeoutMillis());
        fresh.setEnquireLinkTimer(settings.enquireLinkMillis());
        fresh.setMessageReceiverListener(new ReceiptListener(receipts));
        String password;
        try {
            password = secrets.apply(settings.password());
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
        fresh.connectAndBind(settings.host(), settings.port(), new BindParameter(BindType.BIND_TRX, settings.systemId(), password,
            settings.systemType(), TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null), settings.timeoutMillis());
        session = fresh;
        return fresh;
    }

    private Connection connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), settings.timeoutMillis());
            return new SocketConnection(settings.tls() ? secured(socket, host, port) : socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(Socket socket, String host, int port) throws IOException {
        socket.setSoTimeout(settings.timeoutMillis());
        SSLSocket secured = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private void drop() {
        if (session != null) {
            session.unbindAndClose();
            session = null;
        }
    }

    /** Ends the session for good. */
    synchronized void close() {
        closed = true;
        drop();
    }
}
