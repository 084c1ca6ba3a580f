package org.openbeian.channel.sms.smpp;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** What centres write into their receipts. */
@Requirement({"W-07", "Q-14"})
public class ReceiptListenerTest {

    private static final String TEXT = "id:m9 sub:001 dlvrd:001 submit date:2611220700 done date:2611220701 stat:%s err:042 text:";

    private final List<String> told = new ArrayList<>();
    private final ReceiptListener listener = new ReceiptListener((channel, spellings, result) -> told.add(spellings.get(0) + " "
        + result.status() + " " + result.detail()));

    private void receive(String text, OptionalParameter... parameters) throws ProcessRequestException {
        DeliverSm delivered = new DeliverSm();
        delivered.setEsmClass(MessageType.SMSC_DEL_RECEIPT.value());
        delivered.setShortMessage(text.getBytes(StandardCharsets.US_ASCII));
        delivered.setOptionalParameters(parameters);
        listener.onAcceptDeliverSm(delivered);
    }

    private static OptionalParameter id(String id) {
        return new OptionalParameter.Receipted_message_id(id);
    }

    private static OptionalParameter state(int state) {
        return new OptionalParameter.Message_state((byte) state);
    }

    @Test
    public void parametersComeBeforeATextOfNoFixedForm() throws Exception {
        receive("Your message was delivered", id("m1"), state(2));
        receive("", id("m2"), state(5));
        receive(TEXT.formatted("UNDELIV"), id("m3"), state(2));
        receive(TEXT.formatted("EXPIRED"), id("m4"));
        receive(TEXT.formatted("EXPIRED"), state(8));
        assertEquals(List.of("m1 DELIVERED null", "m2 REFUSED UNDELIV", "m3 DELIVERED null", "m4 REFUSED EXPIRED error 042",
            "m9 REFUSED REJECTD error 042"), told);
    }

    @Test
    public void aTextMayComeAsThePayload() throws Exception {
        receive("", new OptionalParameter.Message_payload(TEXT.formatted("DELIVRD").getBytes(StandardCharsets.US_ASCII)));
        assertEquals(List.of("m9 DELIVERED null"), told);
    }

    @Test
    public void whatIsOnItsWayOrCannotBeReadTellsNothing() throws Exception {
        for (int state : new int[] {0, 1, 6, 9, -1}) {
            receive("", id("m1"), state(state));
        }
        receive(TEXT.formatted("ENROUTE"));
        receive("no receipt at all");
        receive("", id("m1"));
        assertEquals(List.of(), told);
    }
}
