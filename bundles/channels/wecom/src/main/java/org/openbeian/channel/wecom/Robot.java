package org.openbeian.channel.wecom;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.openbeian.api.channel.ChatText;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Endpoints.Target;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp;

/**
 * The robot's interface: a text of at most 2048 bytes, at most 20 messages a minute, answered with an {@code errcode}
 * (developer.work.weixin.qq.com/document/path/91770; codes: document/path/90313). Thread-safe.
 */
final class Robot {

    private static final int MOST_BYTES = 65_536;
    private static final int TEXT_BYTES = 2048;
    /** No such address or the robot was removed from its group; the robot was stopped; it is not in the group. */
    private static final Set<Integer> NO_ROBOT = Set.of(93000, 93004, 93008);
    /** Type of message, characters, parameters, size of a field, length, too long, and empty: what stands in this one message. */
    private static final Set<Integer> UNFIT = Set.of(40008, 40033, 40035, 40058, 40063, 44001, 44002, 44004, 45001, 45002, 45003, 45004,
        45005, 45008, 47001);
    /** It is busy, too many calls in a minute, too many at once. */
    private static final Set<Integer> LIMITS = Set.of(-1, 45009, 45033);

    private final OutgoingHttp http;
    private final Duration patience;

    Robot(OutgoingHttp http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    DeliveryResult send(Target target, OutgoingMessage message) {
        JsonObject text = new JsonObject();
        text.put("content", ChatText.of(message, TEXT_BYTES));
        JsonObject body = new JsonObject();
        body.put("msgtype", "text");
        body.put("text", text);
        try {
            OutgoingHttp.Answer answer = http.call(new OutgoingHttp.Request("POST", target.address(),
                Map.of("Content-Type", "application/json; charset=utf-8"), body.toJson().getBytes(StandardCharsets.UTF_8), patience,
                MOST_BYTES, 0));
            return judge(answer);
        } catch (OutgoingFailure e) {
            return DeliveryResult.failed(e);
        }
    }

    /** Whatever else the service answers counts against the robot until it works again. */
    private static DeliveryResult judge(OutgoingHttp.Answer answer) {
        if (answer.status() != 200) {
            return DeliveryResult.retryLater("HTTP " + answer.status());
        }
        Integer code = code(answer.body());
        if (code == null) {
            return DeliveryResult.retryLater("the answer is not the robot's");
        }
        return code == 0 ? DeliveryResult.accepted(null)
            : NO_ROBOT.contains(code) ? DeliveryResult.gone("there is no such robot (errcode " + code + ")")
            : UNFIT.contains(code) ? DeliveryResult.refused("the robot does not take this message (errcode " + code + ")")
            : LIMITS.contains(code) ? DeliveryResult.busy("errcode " + code) : DeliveryResult.retryLater("errcode " + code);
    }

    private static Integer code(byte[] body) {
        try {
            return Jsoner.deserialize(new String(body, StandardCharsets.UTF_8)) instanceof JsonObject answer ? answer.getInteger("errcode")
                : null;
        } catch (DeserializationException | ClassCastException | NumberFormatException e) {
            return null;
        }
    }
}
