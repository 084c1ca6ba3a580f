package org.openbeian.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Endpoints.Target;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp;

/**
 * Signs and makes the calls, as Standard Webhooks has it: id, time and body are signed together, so that nobody can send what he
 * heard once more with another time. Redirects are not followed. Thread-safe.
 */
final class Caller {

    private static final int GONE = 410;

    private final OutgoingHttp http;
    private final Duration patience;
    private final int mostBytes;
    private final Clock realTime;

    Caller(OutgoingHttp http, Duration patience, int mostBytes, Clock realTime) {
        this.http = http;
        this.patience = patience;
        this.mostBytes = mostBytes;
        this.realTime = realTime;
    }

    DeliveryResult call(Target target, OutgoingMessage message) {
        String time = Long.toString(realTime.instant().getEpochSecond());
        byte[] body = message.extras().payload().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("Content-Type", "application/json; charset=utf-8", "User-Agent", "OpenBeian",
            "Webhook-Id", message.key(), "Webhook-Timestamp", time, "Webhook-Signature",
            "v1," + sign(target.secret(), message.key(), time, body));
        try {
            int status = http.call(new OutgoingHttp.Request("POST", target.address(), headers, body, patience, mostBytes, 0)).status();
            return status / 100 == 2 ? DeliveryResult.delivered()
                : status == GONE ? DeliveryResult.gone("the endpoint says that it is gone (HTTP 410)")
                : DeliveryResult.retryLater(status / 100 == 3 ? "HTTP " + status + "; redirects are not followed" : "HTTP " + status);
        } catch (OutgoingFailure e) {
            return DeliveryResult.failed(e);
        }
    }

    /** Base64 of HMAC-SHA-256 over id, a dot, the time in seconds, a dot and the body. */
    static String sign(String secret, String id, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had from this Java", e);
        }
    }
}
