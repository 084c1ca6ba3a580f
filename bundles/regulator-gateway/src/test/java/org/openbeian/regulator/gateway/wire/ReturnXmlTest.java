package org.openbeian.regulator.gateway.wire;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

@Requirement("T-39")
public class ReturnXmlTest {

    @Test
    public void readsWhatPeersPrintWithTheirSlips() throws WireException {
        String padded = "成功" + " ".repeat(254);
        ReturnMessage message = ReturnXml.read("\uFEFF <?xml version=\"1.0\" encoding=\"GBK\"?><return><msg_code>0</msg_code><msg>"
            + padded + "</msg></return>");
        assertEquals(0, message.code());
        assertEquals("成功", message.message());
        assertNull(message.file());
    }

    @Test
    public void readsMissingNumbers() throws WireException {
        ReturnMessage message = ReturnXml.read("<return version='V.3.0'><msg_code>14</msg_code><msg/><dataSequences><dataSequence>3"
            + "</dataSequence><dataSequence>4</dataSequence></dataSequences></return>");
        assertEquals(List.of(3L, 4L), message.missingSequences());
    }

    @Test
    public void whatIsWrittenIsRead() throws WireException {
        ReturnMessage withFile = ReturnMessage.withFile(3, "a<b&c", new ReturnMessage.ReturnedFile("20160325145800_zj_3058.xml", 7L,
            new EncodedFile("AAAA", "BBBB", 1, 0, 0)));
        assertEquals(withFile, ReturnXml.read(ReturnXml.write(withFile)));
        ReturnMessage status = new ReturnMessage(0, "", List.of(), null,
            new ReturnMessage.FilingStatus(0, "example.cn", "示例", "粤ICP备2026000001号", "粤ICP备2026000001号-1", true), null);
        assertEquals(status, ReturnXml.read(ReturnXml.write(status)));
    }

    @Test
    public void zeroMeansFiledAndRight() throws WireException {
        assertTrue(ReturnXml.read("<return><msg_code>0</msg_code><VerifyRes>0</VerifyRes></return>").verified());
        assertFalse(ReturnXml.read("<return><msg_code>0</msg_code><VerifyRes>1</VerifyRes></return>").verified());
        assertFalse(ReturnXml.read("<return><msg_code>0</msg_code><StatusInfo><Bazt>1</Bazt></StatusInfo></return>").status().filed());
    }

    @Test
    public void aDocumentTypeIsRefused() {
        assertRefused("<!DOCTYPE return [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><return><msg_code>0</msg_code><msg>&x;</msg></return>");
        assertRefused("<!DOCTYPE return><return><msg_code>0</msg_code></return>");
    }

    @Test
    public void nonsenseIsRefused() {
        assertRefused(null);
        assertRefused("");
        assertRefused("<html/>");
        assertRefused("<return><msg_code>0");
        assertRefused("<return><msg_code>zero</msg_code></return>");
        assertRefused("<return>" + "<a>".repeat(100) + "</a>".repeat(100) + "</return>");
    }

    private static void assertRefused(String xml) {
        assertThrows(WireException.class, () -> ReturnXml.read(xml));
    }

    @Test
    public void codesAreGroupedByWhatToDo() {
        assertEquals(ReturnCode.Group.STOP, ReturnCode.groupOf(ReturnCode.PASSWORD_WRONG));
        assertEquals(ReturnCode.Group.REPAIR, ReturnCode.groupOf(ReturnCode.HASH_MISMATCH));
        assertEquals(ReturnCode.Group.LATER, ReturnCode.groupOf(ReturnCode.UPLOAD_MAINTENANCE));
        assertEquals(ReturnCode.Group.OTHER, ReturnCode.groupOf(12345));
    }
}
