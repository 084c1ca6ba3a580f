package org.openbeian.core.form;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.rules.FormTemplates.FormTemplate;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryBlobs;
import org.openbeian.core.fake.MemorySettings;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.testkit.Requirement;

/** Forms that are loaded into slots. */
public class StoredFormsTest {

    private static final String SLOT = "government-audit-form-state";
    private static final Actor OPERATOR = new Actor("otto the first", Set.of(Role.OPERATOR), "test");
    private static final byte[] PDF = bytes("%PDF-1.7 the form");
    private static final byte[] DOCX = bytes("PK\3\4 ... word/document.xml ...");
    private static final byte[] DOC = bytes("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1...");

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryBlobs blobs = new MemoryBlobs(transactions);
    private final FakeRules rules = new FakeRules();
    private final FormTemplates forms = new StoredForms(transactions, new MemorySettings(), blobs, rules,
        new FixedClock("2026-11-22T04:00:00Z"));

    public StoredFormsTest() {
        rules.slot(SLOT);
    }

    @Test
    @Requirement({"E-29", "E-30"})
    public void aSlotIsEmptyUntilAFormIsLoaded() {
        assertEquals(List.of(new FormTemplate(SLOT, 0, null, 0, null, null, null)), forms.slots());
        assertEquals("form-not-loaded", refused(() -> forms.document(SLOT, 0)).code());
        FormTemplate loaded = forms.load(OPERATOR, SLOT, PDF);
        assertEquals("application/pdf", loaded.mediaType());
        assertEquals("2026-11-22T04:00:00Z", loaded.loadedAt());
        assertEquals(List.of(loaded), forms.slots());
        assertArrayEquals(PDF, forms.document(SLOT, 0).content());
    }

    @Test
    public void everyVersionStays() {
        forms.load(OPERATOR, SLOT, PDF);
        FormTemplate second = forms.load(OPERATOR, SLOT, DOCX);
        assertEquals(2, second.version());
        assertEquals("otto the first", forms.slots().get(0).loadedBy());
        assertEquals(second, forms.document(SLOT, 0).template());
        assertArrayEquals(PDF, forms.document(SLOT, 1).content());
        assertEquals("the slot " + SLOT + " holds the versions 1 to 2", refused(() -> forms.document(SLOT, 3)).getMessage());
        assertEquals("form-not-loaded", refused(() -> forms.document(SLOT, -1)).code());
    }

    @Test
    public void onlySlotsOfTheRulesAreFilled() {
        Refusal refusal = refused(() -> forms.load(OPERATOR, "staffing-certificate", PDF));
        assertEquals(Refusal.Kind.NOT_FOUND, refusal.kind());
        assertEquals("the rules in force name no such slot; they name " + SLOT, refusal.getMessage());
        assertEquals("form-slot-unknown", refused(() -> forms.document("staffing-certificate", 0)).code());
        assertEquals(0, blobs.size());
    }

    @Test
    public void documentsAreKnownByTheirBytes() {
        assertEquals(DocumentKind.DOC, DocumentKind.of(DOC));
        assertEquals(DocumentKind.DOCX, DocumentKind.of(DOCX));
        for (byte[] other : List.of(new byte[0], bytes("%PDF"), bytes("<html>"), bytes("PK\3\4 xl/workbook.xml"), bytes("\u00FF\u00D8"))) {
            assertNull(DocumentKind.of(other));
            assertEquals(Refusal.Kind.UNSUPPORTED, refused(() -> forms.load(OPERATOR, SLOT, other)).kind());
        }
    }

    @Test
    public void aFormIsNotLargerThanTheLimit() {
        byte[] largest = new byte[FormTemplates.MAX_BYTES];
        System.arraycopy(PDF, 0, largest, 0, PDF.length);
        assertEquals(1, forms.load(OPERATOR, SLOT, largest).version());
        byte[] larger = Arrays.copyOf(largest, largest.length + 1);
        assertEquals(Refusal.Kind.TOO_LARGE, refused(() -> forms.load(OPERATOR, SLOT, larger)).kind());
    }

    private static Refusal refused(Runnable call) {
        return assertThrows(Refusal.class, call::run);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
