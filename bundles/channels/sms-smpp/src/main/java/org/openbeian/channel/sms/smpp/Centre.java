package org.openbeian.channel.sms.smpp;

import static org.openbeian.api.channel.ConfiguredText.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.util.DefaultComposer;
import org.openbeian.api.channel.ChannelFailure;
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
    /** Shorter than what a channel may take for one message. */
    private static final Duration LIMIT = Duration.ofSeconds(25);
    private static final int GOODBYE_MILLIS = 1000;
    private static final int MOST_PARTS = 255;
    /** Length of the header, then: concatenated, with a reference of 16 bits (3GPP TS 23.040, 9.2.3.24.8). */
    private static final byte[] CONCATENATED = {6, 8, 4};

    private final SmppSettings settings;
    private final UnaryOperator<String> secrets;
    private final Receipts receipts;
    private final Duration limit;
    private final ReentrantLock lock = new ReentrantLock();
    private SMPPSession session;
    private boolean closed;
    /** When the time of the message or bind that is under way is over. */
    private long end;

    Centre(SmppSettings settings, UnaryOperator<String> secrets, Receipts receipts) {
        this(settings, secrets, receipts, LIMIT);
    }

    /** With another longest time for one message. */
    Centre(SmppSettings settings, UnaryOperator<String> secrets, Receipts receipts, Duration limit) {
        this.settings = settings;
        this.secrets = secrets;
        this.receipts = receipts;
        this.limit = limit;
    }

    /**
     * Sends one message, in as many parts as it takes.
     *
     * @throws IOException a {@link ChannelFailure}, when the SMS centre cannot be reached, takes too long or takes nothing from us
     */
    DeliveryResult send(OutgoingMessage message) throws IOException {
        String number = number(message.address());
        if (number == null) {
            return DeliveryResult.refused("the address is not a mobile number");
        }
        String text = (settings.sign().isEmpty() ? "" : "【" + settings.sign() + "】") + message.oneText();
        List<String> parts = SmsText.parts(text);
        if (parts.size() > MOST_PARTS) {
            return DeliveryResult.refused("the text takes more than " + MOST_PARTS + " SMS");
        }
        enter();
        try {
            return submit(number, parts, SmsText.isUcs2(text), message.key());
        } catch (NegativeResponseException e) {
            return judge(e.getCommandStatus());
        } catch (PDUException e) {
            return DeliveryResult.refused("the message cannot be put into a PDU: " + e.getMessage());
        } catch (ResponseTimeoutException e) {
            abandon();
            throw new ChannelFailure("the SMS centre does not answer in time", e);
        } catch (InvalidResponseException | RuntimeException e) {
            abandon();
            throw new ChannelFailure("the SMS centre gives no usable answer", e);
        } catch (IOException e) {
            abandon();
            throw e instanceof ChannelFailure ? e : new ChannelFailure("the connection to the SMS centre broke", e);
        } finally {
            lock.unlock();
        }
    }

    /** The time for a message begins before it gets its turn. */
    private void enter() throws IOException {
        long over = System.nanoTime() + limit.toNanos();
        try {
            if (!lock.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ChannelFailure("the SMS centre is still busy with another message", null);
            }
            end = over;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChannelFailure("interrupted", e);
        }
    }

    /** How long the next step may take. */
    private int left() throws IOException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new ChannelFailure("the SMS centre takes too long for one message", null);
        }
        return (int) Math.min(left, settings.timeoutMillis());
    }

    private DeliveryResult judge(int status) throws ChannelFailure {
        try {
            return CommandStatus.judge(status);
        } catch (ChannelFailure e) {
            unbind();
            throw e;
        }
    }

    private DeliveryResult submit(String number, List<String> parts, boolean ucs2, String key)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException, IOException {
        SMPPSession bound = bind();
        String reference = null;
        for (int i = 0; i < parts.size(); i++) {
            bound.setTransactionTimer(left());
            reference = submit(bound, number, part(parts, i, ucs2, key), ucs2, parts.size() > 1, i + 1 == parts.size(), key);
        }
        boolean told = settings.receipts() && reference != null && !reference.isEmpty();
        return told ? DeliveryResult.sent(reference, parts.size())
            : new DeliveryResult(DeliveryResult.Status.ACCEPTED, reference, parts.size());
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
        short reference = (short) key.hashCode();
        return ByteBuffer.allocate(CONCATENATED.length + 4 + text.length).put(CONCATENATED).putShort(reference)
            .put((byte) parts.size()).put((byte) (index + 1)).put(text).array();
    }

    /** In international form without a plus; numbers of mainland China may lack the country code. */
    static String number(String address) {
        String number = address == null ? "" : address.replaceAll("[ -]", "");
        return number.matches("1[3-9][0-9]{9}") ? "86" + number : number.matches("\\+[1-9][0-9]{6,14}") ? number.substring(1) : null;
    }

    /** Binds again when the session was lost, so that receipts come; a centre that is away is no news. */
    void listen() {
        if (settings.receipts() && lock.tryLock()) {
            try {
                end = System.nanoTime() + limit.toNanos();
                if (!closed) {
                    bind();
                }
            } catch (IOException e) {
                LOG.debug("The SMS centre cannot be reached: {}", e.toString());
            } finally {
                lock.unlock();
            }
        }
    }

    private SMPPSession bind() throws IOException {
        if (closed) {
            throw new ChannelFailure("the channel is being stopped", null);
        }
        if (session != null && session.getSessionState().isBound()) {
            return session;
        }
        abandon();
        SMPPSession fresh = new SMPPSession(new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())), new BoundedPdus(),
            (host, port) -> Lines.open(host, port, settings.tls(), left()));
        fresh.setTransactionTimer(settings.timeoutMillis());
        fresh.setEnquireLinkTimer(settings.enquireLinkMillis());
        fresh.setMessageReceiverListener(new ReceiptListener(receipts));
        try {
            fresh.connectAndBind(settings.host(), settings.port(), new BindParameter(BindType.BIND_TRX, settings.systemId(),
                secret(secrets, settings.password()), settings.systemType(), TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null),
                left());
        } catch (IOException | RuntimeException e) {
            fresh.close();
            throw e instanceof ChannelFailure known ? known : new ChannelFailure(notBound(e), e);
        }
        session = fresh;
        return fresh;
    }

    private static String notBound(Exception failure) {
        return failure.getCause() instanceof NegativeResponseException refusal
            ? "the SMS centre refuses our log-in: " + CommandStatus.name(refusal.getCommandStatus())
            : failure.getCause() instanceof ResponseTimeoutException ? "the SMS centre does not answer in time"
            : failure instanceof SSLException ? "no encrypted connection to the SMS centre that we trust"
            : "no connection to the SMS centre";
    }

    /** Says good-bye, but does not wait long for an answer. */
    private void unbind() {
        if (session != null) {
            session.setTransactionTimer(GOODBYE_MILLIS);
            session.unbindAndClose();
            session = null;
        }
    }

    /** Leaves a centre from which no usable answer comes. */
    private void abandon() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    /** Ends the session for good. */
    void close() {
        lock.lock();
        try {
            closed = true;
            unbind();
        } finally {
            lock.unlock();
        }
    }
}
