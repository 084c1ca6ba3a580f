package org.openbeian.channel.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what the SMS centre delivers: receipts are handed on, answers of people are passed over. */
final class ReceiptListener implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptListener.class);
    private static final int SYSTEM_ERROR = 0x08;

    private final Receipts receipts;

    ReceiptListener(Receipts receipts) {
        this.receipts = receipts;
    }

    /** A receipt that cannot be kept now is refused, so that the SMS centre brings it again. */
    @Override
    public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
        if (!MessageType.SMSC_DEL_RECEIPT.containedIn(delivered.getEsmClass())) {
            LOG.debug("A message that is no receipt is passed over");
            return;
        }
        Told told;
        try {
            told = Told.by(delivered);
        } catch (InvalidDeliveryReceiptException | RuntimeException e) {
            LOG.warn("The SMS centre sent a receipt that cannot be read: {}", e.toString());
            return;
        }
        if (told.result() == null) {
            return;
        }
        try {
            receipts.received(SmppChannel.ID, spellings(told.id()), told.result());
        } catch (RuntimeException e) {
            LOG.warn("A receipt cannot be kept now: {}", e.toString());
            throw new ProcessRequestException("cannot be kept now", SYSTEM_ERROR, e);
        }
    }

    /**
     * What a receipt tells: by its parameters where it has them (SMPP 3.4, 5.3.2.12 and 5.3.2.35), for its text is of no fixed form.
     *
     * @param result null while nothing is decided
     */
    private record Told(String id, DeliveryResult result) {

        private static final Map<Integer, DeliveryReceiptState> STATES = Map.of(2, DeliveryReceiptState.DELIVRD,
            3, DeliveryReceiptState.EXPIRED, 4, DeliveryReceiptState.DELETED, 5, DeliveryReceiptState.UNDELIV,
            7, DeliveryReceiptState.UNKNOWN, 8, DeliveryReceiptState.REJECTD);

        static Told by(DeliverSm delivered) throws InvalidDeliveryReceiptException {
            OptionalParameter.Receipted_message_id id = delivered.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
            OptionalParameter.Message_state state = delivered.getOptionalParameter(OptionalParameter.Message_state.class);
            if (id != null && state != null) {
                return new Told(id.getValueAsString(), result(STATES.get((int) state.getValue()), null));
            }
            DeliveryReceipt text = new DeliveryReceipt(text(delivered));
            return new Told(id == null ? text.getId() : id.getValueAsString(),
                result(state == null ? text.getFinalStatus() : STATES.get((int) state.getValue()), text.getError()));
        }

        private static String text(DeliverSm delivered) {
            OptionalParameter.Message_payload payload = delivered.getOptionalParameter(OptionalParameter.Message_payload.class);
            byte[] text = delivered.getShortMessage();
            return new String(payload != null && (text == null || text.length == 0) ? payload.getValue() : text,
                StandardCharsets.ISO_8859_1);
        }

        private static DeliveryResult result(DeliveryReceiptState state, String error) {
            return state == DeliveryReceiptState.DELIVRD ? DeliveryResult.delivered()
                : state == DeliveryReceiptState.ACCEPTD || state == DeliveryReceiptState.ENROUTE || state == null ? null
                : DeliveryResult.refused(state + (error == null ? "" : " error " + error));
        }
    }

    /** Some centres name a message in hexadecimal when they take it and in decimal in the receipt, or the other way round. */
    static List<String> spellings(String id) {
        String plain = id == null ? "" : id.strip();
        if (plain.isEmpty()) {
            return List.of();
        }
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(plain);
        if (plain.matches("[0-9]{1,18}")) {
            spellings.add(Long.toHexString(Long.parseLong(plain)));
            spellings.add(Long.toHexString(Long.parseLong(plain)).toUpperCase(Locale.ROOT));
        }
        if (plain.matches("[0-9A-Fa-f]{1,15}")) {
            spellings.add(Long.toString(Long.parseLong(plain, 16)));
        }
        return List.copyOf(spellings);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        LOG.debug("An alert notification is passed over");
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not taken", SYSTEM_ERROR);
    }
}
