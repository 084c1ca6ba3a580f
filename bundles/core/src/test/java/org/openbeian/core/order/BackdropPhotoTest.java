package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;

import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.rules.Finding;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** The photo that the principal takes alone before the posted backdrop: what it must be, and how it is reviewed. */
public class BackdropPhotoTest {

    private static final String PHOTO = "verification-photo";

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;
    private Order draft;

    @Before
    public void begin() {
        draft = desk.draft();
        orders.attach(ALICE, draft.id(), ANY_VERSION, Samples.licence());
        desk.rules.need(PHOTO, "/services/0", 50);
    }

    private Order attach(String mediaType, byte[] picture) {
        return orders.attach(ALICE, draft.id(), ANY_VERSION, new MaterialUpload(PHOTO, "/services/0", mediaType, picture));
    }

    private Order good() {
        return attach("image/png", Samples.picture("png", 40, 40));
    }

    private String photo() {
        return desk.now(draft).materials().stream().filter(one -> one.type().equals(PHOTO)).findFirst().orElseThrow().id();
    }

    private List<String> submitted() {
        try {
            orders.submit(ALICE, draft.id(), ANY_VERSION, desk.consents());
            return List.of();
        } catch (Refusal refusal) {
            return refusal.findings().stream().map(Finding::ruleId).toList();
        }
    }

    @Test
    @Requirement("W-09")
    public void aProvinceThatDemandsItGetsNoOrderWithoutAFitOne() {
        assertEquals(List.of("material-missing:" + PHOTO), submitted());
        desk.rules.need(PHOTO, "/services/0", 10_000_000);
        good();
        assertEquals(List.of("material-size:" + PHOTO), submitted());
        assertEquals("not for the organizer", "material-not-needed", code(() -> orders.attach(ALICE, draft.id(), ANY_VERSION,
            new MaterialUpload(PHOTO, "/services/7", "image/png", Samples.picture("png", 40, 40)))));
    }

    @Test
    @Requirement({"W-09", "T-37", "T-38"})
    public void aSpecialistReturnsItWithItsReasonAndTakesTheNextOne() {
        good();
        assertEquals(List.of(), submitted());
        String first = photo();
        LocalizedText text = new LocalizedText("照片背景不是核验幕布", "The backdrop is not the one for verification");
        Order returned = orders.giveBack(SAM, draft.id(), ANY_VERSION,
            List.of(new ReturnReason("picture-wrong", "/materials/" + first, text, null)));
        assertEquals(OrderState.RETURNED, returned.state());
        ReturnReason told = returned.review().reasons().get(0);
        assertEquals("/materials/" + first, told.pointer());
        assertEquals(text, told.text());
        assertEquals("the catalogue's own advice", "Upload what is asked for", told.mend().en());
        assertEquals("only the photo is opened", "material-not-marked",
            code(() -> orders.attach(ALICE, draft.id(), ANY_VERSION, Samples.licence())));
        good();
        assertNotEquals(first, photo());
        assertEquals(List.of(), submitted());
        Order again = desk.now(draft);
        assertEquals(2, again.progress().round());
        orders.claim(SAM, draft.id(), ANY_VERSION);
        orders.logCall(SAM, draft.id(), ANY_VERSION, Samples.GOOD_CALL);
        assertTrue(orders.pass(SAM, draft.id(), ANY_VERSION).state() != OrderState.PRE_REVIEW);
    }
}
