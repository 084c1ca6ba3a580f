package org.openbeian.api.channel;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

@Requirement("W-07")
public class SmsTextTest {

    private static void assertParts(String text, int... lengths) {
        List<String> parts = SmsText.parts(text);
        assertArrayEquals(lengths, parts.stream().mapToInt(String::length).toArray());
        assertEquals("nothing is lost between the parts", text, String.join("", parts));
    }

    @Test
    public void aTextIsSplitWhereItsAlphabetSaysSo() {
        assertParts("a".repeat(160), 160);
        assertParts("a".repeat(161), 152, 9);
        assertParts("a".repeat(304), 152, 152);
        assertParts("备".repeat(70), 70);
        assertParts("备".repeat(71), 66, 5);
        assertParts("备".repeat(132), 66, 66);
        assertParts("", 0);
        assertParts("a".repeat(100) + "备", 66, 35);
    }

    @Test
    public void noSignIsTornApart() {
        assertFalse(SmsText.isUcs2("[€]"));
        assertParts("[".repeat(80), 80);
        assertParts("[".repeat(81), 76, 5);
        assertParts("a" + "[".repeat(80), 76, 5);
        assertTrue(SmsText.isUcs2("😀"));
        assertParts("备" + "😀".repeat(35), 65, 6);
        assertParts("😀".repeat(36), 66, 6);
        SmsText.parts("😀".repeat(100)).forEach(part -> {
            assertFalse(Character.isLowSurrogate(part.charAt(0)));
            assertFalse(Character.isHighSurrogate(part.charAt(part.length() - 1)));
        });
    }

    @Test
    public void eachPartFitsIntoItsMessage() {
        for (String text : List.of("a[".repeat(400), "备😀".repeat(400), "~".repeat(1000), "é".repeat(1000))) {
            boolean ucs2 = SmsText.isUcs2(text);
            SmsText.parts(text).forEach(part -> assertTrue(SmsText.octets(part, ucs2).length <= (ucs2 ? 132 : 152)));
        }
    }
}
