package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.recognition.DocumentRecognizer.Field;
import org.openbeian.testkit.Requirement;

public class RecognitionSimulatorTest {

    @Test
    @Requirement("T-109")
    public void itReadsWhatTheCommentSays() {
        assertEquals(Map.of(Field.PERSON_NAME, "张示例", Field.VALID_UNTIL, "LONG_TERM"),
            read("\u0000\u0001openbeian-text:PERSON_NAME=张示例;SHOE=44;VALID_UNTIL=LONG_TERM;\u0000\u0001;"));
        assertEquals(Map.of(), read("openbeian-text:"));
        assertEquals(Map.of(), read("a picture"));
        assertEquals(Map.of(), read(""));
    }

    private static Map<Field, String> read(String picture) {
        return new RecognitionSimulator().recognize("id-card-portrait", "image/jpeg", picture.getBytes(StandardCharsets.UTF_8));
    }
}
