package org.openbeian.channel.dingtalk;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
 * The robot's interface: a text of at most 20,000 bytes, answered with an {@code errcode}. Where the robot's security setting is a
 * signature, its secret begins with SEC and signs the time of the call. Thread-safe.
 */
final class Robot {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 65_536;
    private static final int TEXT_BYTES = 20_000;
    private static final String SIGNING = "SEC";
    /** The robot is unknown or stopped, or its security setting (keyword, signature, address) does not let this pass. */
    private static final Set<Integer> NO_ROBOT = Set.of(300001, 300005, 310000, 400013, 400101, 400102);

    private final OutgoingHttp http;
    private final Clock realTime;

    Robot(OutgoingHttp http, Clock realTime) {
        this.http = http;
        this.realTime = realTime;
    }

    DeliveryResult send(Target target, OutgoingMessage message) {
        JsonObject text = new JsonObject();
        text.put("content", ChatText.of(message, TEXT_BYTES));
        JsonObject body = new JsonObject();
        body.put("msgtype", "text");
        body.put("text", text);
        try {
            OutgoingHttp.Answer answer = http.call(new OutgoingHttp.Request("POST", address(target),
                Map.of("Content-Type", "application/json; charset=utf-8"), body.toJson().getBytes(StandardCharsets.UTF_8), PATIENCE,
                MOST_BYTES, 0));
            return judge(answer);
        } catch (OutgoingFailure e) {
            return DeliveryResult.failed(e);
        }
    }

    private URI address(Target target) {
        if (!target.secret().startsWith(SIGNING)) {
            return target.address();
        }
        long millis = realTime.millis();
        String sign = URLEncoder.encode(sign(target.secret(), millis), StandardCharsets.UTF_8);
        String separator = target.address().getRawQuery() == null ? "?" : "&";
        return URI.create(target.address() + separator + "timestamp=" + millis + "&sign=" + sign);
    }

    /** Base64 of HMAC-SHA-256 over the time, a line break and the secret, with the secret as key. */
    static String sign(String secret, long millis) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal((millis + "\n" + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had from this Java", e);
        }
    }

    private static DeliveryResult judge(OutgoingHttp.Answer answer) {
        if (answer.status() != 200) {
            return DeliveryResult.retryLater("HTTP " + answer.status());
        }
        Integer code = code(answer.body());
        if (code == null) {
            return DeliveryResult.retryLater("the answer is not the robot's");
        }
        return code == 0 ? DeliveryResult.accepted(null)
            : NO_ROBOT.contains(code) ? DeliveryResult.refused("the robot is gone or does not let us pass (errcode " + code + ")")
            : DeliveryResult.retryLater("errcode " + code);
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
