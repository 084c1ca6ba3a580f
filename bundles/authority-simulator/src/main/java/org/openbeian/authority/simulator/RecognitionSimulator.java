package org.openbeian.authority.simulator;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.openbeian.api.recognition.DocumentRecognizer;
import org.osgi.service.component.annotations.Component;

/**
 * Stands for a recognizer of documents: it reads what a comment in the picture says, such as
 * {@code openbeian-text:PERSON_NAME=张示例;VALID_UNTIL=LONG_TERM;} up to its first zero byte, line end or the picture's end. A
 * picture without one cannot be read. Like the whole bundle it does not start in the production profile.
 */
@Component
public final class RecognitionSimulator implements DocumentRecognizer {

    private static final String MARK = "openbeian-text:";

    @Override
    public Map<Field, String> recognize(String materialType, String mediaType, byte[] picture) {
        String bytes = new String(picture, StandardCharsets.ISO_8859_1);
        int from = bytes.indexOf(MARK);
        if (from < 0) {
            return Map.of();
        }
        int to = from + MARK.length();
        while (to < picture.length && picture[to] != 0 && picture[to] != '\n') {
            to++;
        }
        Map<Field, String> read = new EnumMap<>(Field.class);
        String text = new String(picture, from + MARK.length(), to - from - MARK.length(), StandardCharsets.UTF_8);
        for (String pair : text.substring(0, text.lastIndexOf(';') + 1).split(";")) {
            for (Field field : Field.values()) {
                if (pair.startsWith(field.name() + "=")) {
                    read.put(field, pair.substring(field.name().length() + 1));
                }
            }
        }
        return read;
    }
}
