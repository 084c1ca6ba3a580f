package org.openbeian.channel.sms.smpp;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.MessageType;
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
        try {
            DeliveryReceipt receipt = delivered.getShortMessageAsDeliveryReceipt();
            DeliveryResult result = result(receipt);
            if (result != null) {
                receipts.received(SmppChannel.ID, spellings(receipt.getId()), result);
            }
        } catch (InvalidDeliveryReceiptException | NumberFormatException e) {
            LOG.warn("The SMS centre sent a receipt that cannot be read: {}", e.toString());
        } catch (RuntimeException e) {
            LOG.warn("A receipt cannot be kept now: {}", e.toString());
            throw new ProcessRequestException("cannot be kept now", SYSTEM_ERROR, e);
        }
    }

    private static DeliveryResult result(DeliveryReceipt receipt) {
        DeliveryReceiptState state = receipt.getFinalStatus();
        return state == DeliveryReceiptState.DELIVRD ? DeliveryResult.delivered()
            : state == DeliveryReceiptState.ACCEPTD || state == DeliveryReceiptState.ENROUTE || state == null ? null
            : DeliveryResult.refused(state + " error " + receipt.getError());
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
