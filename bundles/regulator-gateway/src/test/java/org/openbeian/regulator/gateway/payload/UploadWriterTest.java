package org.openbeian.regulator.gateway.payload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.regulator.gateway.wire.WireSecurity;
import org.openbeian.testkit.Requirement;

@Requirement("T-39")
public class UploadWriterTest {
    private static final long UNIT = 440000000001L;

    @Test
    public void whatIsWrittenFollowsTheSchema() {
        UploadDocument document = UploadWriter.newFilings(UNIT, List.of(Records.filing(1), Records.filing(2)));
        assertEquals(List.of(), document.violations());
        String text = new String(document.bytes(), WireSecurity.GBK);
        assertEquals(List.of(), Schemas.uploadErrors(text));
        assertTrue(text, text.contains("encoding=\"GBK\""));
        assertTrue(text.contains("<Bz>a&lt;b&amp;c</Bz>"));
        assertFalse("pictures are most of it", document.worthDeflating());
    }

    @Test
    public void everyViolationIsReportedAtOnceWithItsPath() {
        PersonRecord nobody = new PersonRecord(null, "110", "123", null, 1000L, null);
        SiteRecord.AccessRecord backwards = new SiteRecord.AccessRecord(1, List.of(), List.of(65L),
            List.of(new SiteRecord.IpRange(1, 5, 4)));
        NewFiling bad = new NewFiling(Records.subject(0, "  ", nobody), List.of(Records.site(1, "x".repeat(513), List.of(backwards))),
            List.of(new Attachment(1, 2, new byte[100 * 1024 + 1], 1, 1, null)));
        UploadDocument document = UploadWriter.newFilings(UNIT, List.of(Records.filing(1), bad));
        assertNull(document.bytes());
        List<String> paths = document.violations().stream().map(Violation::path).toList();
        String record = "/UploadData/ICP/XZBA/Baxx[2]";
        assertEquals(List.of(record + "/Zt_xx/IspZtid", record + "/Zt_xx/Dwmc", record + "/Zt_xx/Fzr/Fzr_dhhm",
            record + "/Zt_xx/Fzr/Fzr_sjhm", record + "/Zt_xx/Fzr/Fzr_dzyj", record + "/Zt_xx/Fzr/Fzr_zjlx", record + "/Wz_xx[1]/Wzmc",
            record + "/Wz_xx[1]/Jr_xx[1]/Wzfb/Fbdd", record + "/Wz_xx[1]/Jr_xx[1]/Wzjrfs/Jrfs",
            record + "/Wz_xx[1]/Jr_xx[1]/Ip_xx[1]/Qsip", record + "/Fj[1]/Fjxx/Fjnr"), paths);
        assertTrue(document.violations().stream().allMatch(violation -> violation.record() == 1));
    }

    @Test
    public void theVerificationFormMayBeLarger() {
        NewFiling filing = Records.filing(1);
        NewFiling form = new NewFiling(filing.subject(), filing.sites(),
            List.of(new Attachment(1, Attachment.VERIFICATION_FORM, new byte[150 * 1024], Attachment.SITE, 101, null)));
        assertEquals(List.of(), UploadWriter.newFilings(UNIT, List.of(form)).violations());
    }

    @Test
    public void charactersOutsideGbkOrXmlAreNamed() {
        for (String name : List.of("示例😀公司", "示例\u0001公司", "示例\uD800")) {
            NewFiling filing = new NewFiling(Records.subject(1, name, Records.PERSON), Records.filing(1).sites(), List.of());
            List<Violation> violations = UploadWriter.newFilings(UNIT, List.of(filing)).violations();
            assertEquals(name, 1, violations.size());
            assertTrue(violations.get(0).message(), violations.get(0).message().contains("U+"));
        }
    }

    @Test
    public void theAuthoritysOwnNumbersAreSent() {
        Cancellation ended = new Cancellation(Cancellation.SITE, 1001, 1, null, null);
        ValidCodes published = new ValidCodes(Map.of("Zxly_dms", Set.of(5L)));
        Violation refused = UploadWriter.write(UNIT, List.of(ended), AuthorityNumbers.OURS, published).violations().get(0);
        assertTrue(refused.message(), refused.message().contains("Zxly_dms") && refused.message().contains("'Zxly.1=NUMBER'"));
        UploadDocument sent = UploadWriter.write(UNIT, List.of(ended), AuthorityNumbers.parse("Zxly.1=5, Fjyt.3 = 12"), published);
        assertEquals(List.of(), sent.violations());
        assertTrue(new String(sent.bytes(), WireSecurity.GBK).contains("<Zxly>5</Zxly>"));
    }

    @Test
    public void wrongNumbersAreNamedAllAtOnce() {
        String message = assertThrows(IllegalArgumentException.class,
            () -> AuthorityNumbers.parse("Zxly.1=5, Zxly.1=6, Dwmc.1=2, Fjyt=3, Fjyt.3=0")).getMessage();
        for (String wrong : List.of("'Zxly.1=6' is there twice", "no code table says what Dwmc", "'Fjyt=3' must be",
                "'Fjyt.3=0' must be")) {
            assertTrue(message, message.contains(wrong));
        }
        assertEquals(AuthorityNumbers.OURS, AuthorityNumbers.parse(" "));
    }

    @Test
    public void moreThanAThousandRecordsAreRefused() {
        UploadDocument document = UploadWriter.newFilings(UNIT, Collections.nCopies(1001, Records.filing(1)).stream()
            .map(filing -> new NewFiling(filing.subject(), filing.sites(), List.of())).toList());
        assertEquals("/UploadData/ICP/XZBA/Baxx", document.violations().get(0).path());
        assertEquals(-1, document.violations().get(0).record());
    }

    @Test
    public void personalDataStaysOutOfTexts() {
        NewFiling filing = Records.filing(7);
        String text = filing.toString() + filing.subject().principal();
        assertFalse(text, text.contains("张") || text.contains("138") || text.contains("示例"));
    }

    @Test
    public void theSchemaKnowsWrongFromRight() {
        String text = new String(UploadWriter.newFilings(UNIT, List.of(Records.filing(1))).bytes(), WireSecurity.GBK);
        assertEquals(1, Schemas.uploadErrors(text.replaceAll("<Wz_Fzr>.*</Wz_Fzr>", "")).size());
        assertFalse(Schemas.uploadErrors(text.replace("<Shengid>440000", "<Shengid>44")).isEmpty());
        assertFalse(Schemas.uploadErrors("<UploadData").isEmpty());
        assertFalse(Schemas.uploadErrors("<!DOCTYPE UploadData>" + text.substring(text.indexOf("?>") + 2)).isEmpty());
    }
}
