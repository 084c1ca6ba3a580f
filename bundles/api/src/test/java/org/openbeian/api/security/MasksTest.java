package org.openbeian.api.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.Principal;

public class MasksTest {

    @Test
    public void aMaskKeepsOnlyWhatPeopleNeedToRecogniseTheValue() {
        assertEquals("张**", Masks.name("张小明"));
        assertEquals("138******78", Masks.phone("13812345678"));
        assertEquals("44**************37", Masks.certificate("440305190012311237"));
        assertEquals("z***@example.com", Masks.email("zhang@example.com"));
    }

    @Test
    public void aShortOrOddValueIsHiddenWhole() {
        assertEquals("****", Masks.phone("1381"));
        assertEquals("***", Masks.email("no-at-sign"));
        assertEquals("***", Masks.email("@example.com"));
        assertNull(Masks.name(null));
    }

    @Test
    public void numbersAndAddressesInFreeTextAreMasked() {
        assertEquals("rang 138******78, mail z***@example.com, ID 44**************3X, 粤ICP备2026000001号-1",
            Masks.text("rang 13812345678, mail zhang@example.com, ID 44030519001231123X, 粤ICP备2026000001号-1"));
        assertEquals("86138******78 +86138******78 0086138******78 +86 138******78",
            Masks.text("8613812345678 +8613812345678 008613812345678 +86 13812345678"));
        assertEquals("no personal data: 123456789012", Masks.text("no personal data: 123456789012"));
        assertNull(Masks.text(null));
    }

    @Test
    public void whatTheOtherSideRepeatsInItsAnswerIsMasked() {
        assertEquals("550 <z***@example.com> unknown", DeliveryResult.refused("550 <zhang@example.com> unknown").detail());
        assertEquals("<order-7-2@filing.example.com>", DeliveryResult.accepted("<order-7-2@filing.example.com>").detail());
        assertEquals("no route to 138******78", DeliveryResult.retryLater("no route to 13812345678").detail());
        assertNull(DeliveryResult.delivered().detail());
    }

    @Test
    public void theTextFormOfAnApplicationHoldsNoPersonalData() {
        Principal principal = new Principal("张小明", CertificateType.RESIDENT_ID, "440305190012311237", null, null,
                null, "街道1号", "13812345678", "13912345678", "zhang@example.com", null);
        Organizer organizer = new Organizer(OrganizerNature.INDIVIDUAL, "440000", null, null,
                CertificateType.RESIDENT_ID, "440305190012311237", "张小明", null, "街道1号", null, null, principal, null);
        String text = organizer + " " + principal + " " + new Application(organizer, List.of(), Map.of());
        for (String secret : List.of("张小明", "440305190012311237", "13812345678", "zhang@", "街道")) {
            assertFalse(secret, text.contains(secret));
        }
    }
}
