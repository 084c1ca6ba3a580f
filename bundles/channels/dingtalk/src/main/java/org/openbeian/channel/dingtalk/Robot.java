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
import java.util.regex.Pattern;
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
 * The robot's interface: a text of at most 20,000 bytes, at most 20 messages a minute, answered with an {@code errcode}. Where the
 * robot's security setting is a signature, its secret begins with SEC and signs the time of the call
 * (open.dingtalk.com/document/orgapp/custom-robots-send-group-messages, with its codes; open.dingtalk.com/document/robots/
 * customize-robot-security-settings). Thread-safe.
 */
final class Robot {

    private static final int MOST_BYTES = 65_536;
    private static final int TEXT_BYTES = 20_000;
    private static final String SIGNING = "SEC";
    /** No such token (three codes), the group is dissolved, the robot was stopped, there is no such robot. */
    private static final Set<Integer> NO_ROBOT = Set.of(300001, 300005, 400101, 400013, 400102, 400106);
    /** Parameters, type of content, type of message, link, text, picture and content that are not fit, too long: this one message. */
    private static final Set<Integer> UNFIT = Set.of(40035, 43004, 400105, 430101, 430102, 430103, 430104, 460101);
    /** It is busy, too many messages in a minute, too many calls of the robot, too many of the account. */
    private static final Set<Integer> LIMITS = Set.of(-1, 130101, 410100, 90030);
    /** The robot's security setting does not let this pass; the text of the answer says which: keyword, signature, address, time. */
    private static final int GUARDED = 310000;
    private static final Pattern ABOUT_THE_TEXT = Pattern.compile("keyword|关键词", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT_THE_TIME = Pattern.compile("timestamp|过期", Pattern.CASE_INSENSITIVE);

    private final OutgoingHttp http;
    private final Duration patience;
    private final Clock realTime;

    Robot(OutgoingHttp http, Duration patience, Clock realTime) {
        this.http = http;
        this.patience = patience;
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
                Map.of("Content-Type", "application/json; charset=utf-8"), body.toJson().getBytes(StandardCharsets.UTF_8), patience,
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

    /** Whatever else the service answers counts against the robot until it works again. */
    private static DeliveryResult judge(OutgoingHttp.Answer answer) {
        if (answer.status() != 200) {
            return DeliveryResult.retryLater("HTTP " + answer.status());
        }
        String why = new String(answer.body(), StandardCharsets.UTF_8);
        Integer code = code(why);
        if (code == null) {
            return DeliveryResult.retryLater("the answer is not the robot's");
        }
        return code == 0 ? DeliveryResult.accepted(null)
            : NO_ROBOT.contains(code) ? DeliveryResult.gone("the robot is gone (errcode " + code + ")")
            : code == GUARDED ? guarded(why)
            : UNFIT.contains(code) ? DeliveryResult.refused("the robot does not take this message (errcode " + code + ")")
            : LIMITS.contains(code) ? DeliveryResult.busy("errcode " + code) : DeliveryResult.retryLater("errcode " + code);
    }

    private static DeliveryResult guarded(String why) {
        return ABOUT_THE_TEXT.matcher(why).find() ? DeliveryResult.refused("none of the robot's keywords is in the text (errcode 310000)")
            : ABOUT_THE_TIME.matcher(why).find() ? DeliveryResult.busy("our clock is not the robot's (errcode 310000)")
            : DeliveryResult.gone("the robot's security setting lets nothing of ours pass (errcode 310000)");
    }

    private static Integer code(String body) {
        try {
            return Jsoner.deserialize(body) instanceof JsonObject answer ? answer.getInteger("errcode") : null;
        } catch (DeserializationException | ClassCastException | NumberFormatException e) {
            return null;
        }
    }
}
