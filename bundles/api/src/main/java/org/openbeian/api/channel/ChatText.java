package org.openbeian.api.channel;

import java.nio.charset.StandardCharsets;

/** A message as one text for a chat robot. Stateless. */
public final class ChatText {

    private static final String MORE = "……";

    private ChatText() {
    }

    /**
     * Subject and text in one language, cut between signs to what a robot takes; the mark at the end is the same on every repeat.
     *
     * @param most longest text, in bytes of UTF-8
     */
    public static String of(OutgoingMessage message, int most) {
        String end = "\n#" + Integer.toHexString(message.key().hashCode());
        String whole = message.oneSubject() + "\n" + message.oneText();
        int room = most - end.length();
        if (whole.getBytes(StandardCharsets.UTF_8).length <= room) {
            return whole + end;
        }
        StringBuilder cut = new StringBuilder();
        int bytes = MORE.getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < whole.length();) {
            String sign = whole.substring(i, whole.offsetByCodePoints(i, 1));
            bytes += sign.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > room) {
                break;
            }
            cut.append(sign);
            i += sign.length();
        }
        return cut + MORE + end;
    }
}
