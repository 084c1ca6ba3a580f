package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.Test;

/** What is no text is told with its place. */
public class RuleFileBytesTest {

    @Test
    public void textIsReadWithAndWithoutAMark() throws RuleFileException {
        assertEquals("甲\n", RuleFileBytes.decode("甲\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("甲\n", RuleFileBytes.decode("\uFEFF甲\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("", RuleFileBytes.decode(new byte[0]));
    }

    @Test
    public void thePlaceOfTheFirstWrongByteIsTold() {
        assertEquals("line 2, column 8: the file is not UTF-8; save it as UTF-8",
            refusal("format: 1\nname: {甘肃}\n".getBytes(Charset.forName("GB18030"))));
        assertEquals("line 2, column 1: the file is not UTF-8; save it as UTF-8", refusal(new byte[] {'a', '\n', (byte) 0x80}));
        assertEquals("line 1, column 2: the file is not UTF-8; save it as UTF-8", refusal(new byte[] {'a', (byte) 0xe7}));
        assertEquals("line 1, column 1: the file is UTF-16; save it as UTF-8", refusal("a: 1\n".getBytes(StandardCharsets.UTF_16)));
        assertEquals("line 1, column 1: the file is UTF-16; save it as UTF-8", refusal(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0}));
    }

    @Test
    public void whatIsTooLargeIsNotRead() {
        assertEquals("line 1, column 1: the file is larger than 4000000 bytes", refusal(new byte[RuleFileBytes.MAX_BYTES + 1]));
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(RuleFileException.class, () -> RuleFileBytes.decode(bytes)).getMessage();
    }
}
