package org.openbeian.core.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.LocalizedText;

/** A message for machines: what the inbox shows, as JSON. */
final class Payload {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Payload() {
    }

    static String of(Effect effect, Notice notice, String account, LocalizedText subject, LocalizedText text) {
        ObjectNode message = JSON.createObjectNode().put("id", effect.key()).put("type", "message").put("message", notice.id())
            .put("account", account).put("order", effect.orderId()).put("at", effect.createdAt().toString());
        message.putObject("subject").put("zh-CN", subject.zh()).put("en", subject.en());
        message.putObject("text").put("zh-CN", text.zh()).put("en", text.en());
        return message.toString();
    }
}
