package org.openbeian.api.channel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.Test;
import org.openbeian.api.model.LocalizedText;

/** Texts for chat robots. */
public class ChatTextTest {

    @Test
    public void aShortTextIsWholeAndEndsTheSameOnEveryRepeat() {
        String text = ChatText.of(message("k1", "甲"), 2048);
        assertTrue(text, text.startsWith("标题\n甲\n#"));
        assertEquals(text, ChatText.of(message("k1", "甲"), 2048));
        assertNotEquals(text, ChatText.of(message("k2", "甲"), 2048));
    }

    @Test
    public void aLongTextIsCutBetweenSigns() {
        for (int most = 100; most < 112; most++) {
            String text = ChatText.of(message("k1", "备案😀".repeat(500)), most);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertTrue(bytes.length <= most && bytes.length > most - 8);
            assertTrue(text, text.contains("……\n#"));
            assertEquals("no sign is torn", text, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static OutgoingMessage message(String key, String text) {
        return new OutgoingMessage(key, "received", "order-1", "alice", "e1", new LocalizedText("标题", "subject"),
            new LocalizedText(text, "text"), Instant.EPOCH);
    }
}
