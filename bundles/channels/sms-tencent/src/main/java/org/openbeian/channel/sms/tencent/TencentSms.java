package org.openbeian.channel.sms.tencent;

import static org.openbeian.api.channel.ConfiguredText.secret;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.openbeian.api.channel.ChannelFailure;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.ProviderTemplate;
import org.openbeian.api.channel.ReceiptReader;
import org.openbeian.api.channel.Receipts;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.http.Tc3;
import org.openbeian.api.model.LocalizedText;

/**
 * The operation SendSms of version 2021-01-11. What concerns the one number or message is a result; what concerns the account or the
 * service as a whole is thrown. Thread-safe.
 */
final class TencentSms {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 262_144;
    private static final String JSON = "application/json; charset=utf-8";
    /** About the text, the number, our signature or the provider's template, as far as their names do not say it. */
    private static final Set<String> MESSAGE = Set.of("FailedOperation.ContainSensitiveWord", "FailedOperation.MarketingSendTimeConstraint",
        "FailedOperation.PhoneNumberInBlacklist", "FailedOperation.PhoneNumberParseFail", "FailedOperation.SignatureIncorrectOrUnapproved",
        "FailedOperation.TemplateIncorrectOrUnapproved", "FailedOperation.TemplateParamSetNotMatchApprovedTemplate",
        "FailedOperation.TemplateUnapprovedOrNotExist", "MissingParameter.EmptyPhoneNumberSet", "InvalidParameterValue",
        "LimitExceeded.AppCountryOrRegionInBlacklist", "LimitExceeded.PhoneNumberCountLimit");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String TAKEN = "{\"result\":0,\"errmsg\":\"OK\"}";

    private final TencentSettings settings;
    private final OutgoingHttp http;
    private final UnaryOperator<String> secrets;
    private final Clock realTime;

    TencentSms(TencentSettings settings, OutgoingHttp http, UnaryOperator<String> secrets, Clock realTime) {
        this.settings = settings;
        this.http = http;
        this.secrets = secrets;
        this.realTime = realTime;
    }

    /**
     * Sends one message; its key goes along as SessionContext, and comes back in the answer.
     *
     * @throws IOException when the service cannot be reached or takes nothing from us
     */
    DeliveryResult send(OutgoingMessage message) throws IOException {
        ProviderTemplate template = settings.templates().get(message.message());
        if (template == null) {
            return DeliveryResult.refused("the configuration names no template of the provider for " + message.message());
        }
        String number = number(message.address());
        if (number == null) {
            return DeliveryResult.refused("the address is not a mobile number");
        }
        JsonObject body = new JsonObject();
        body.put("PhoneNumberSet", array(number));
        body.put("SmsSdkAppId", settings.application());
        body.put("SignName", settings.sign());
        body.put("TemplateId", template.id());
        body.put("TemplateParamSet", array(template.variables().stream().map(name -> value(message, name)).toArray(String[]::new)));
        body.put("SessionContext", message.key());
        return judge(call(body.toJson().getBytes(StandardCharsets.UTF_8)));
    }

    private OutgoingHttp.Answer call(byte[] body) throws IOException {
        Instant now = realTime.instant();
        URI address = URI.create(settings.address());
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        TreeMap<String, String> signed = new TreeMap<>(Map.of("content-type", JSON, "host", host, "x-tc-action", "SendSms"));
        return http.call(new OutgoingHttp.Request("POST", address, Map.of("Content-Type", JSON, "X-TC-Action", "SendSms",
            "X-TC-Version", "2021-01-11", "X-TC-Region", settings.region(), "X-TC-Timestamp", Long.toString(now.getEpochSecond()),
            "Authorization", Tc3.authorization(settings.id(), secret(secrets, settings.key()), "sms", signed, body, now)), body, PATIENCE,
            MOST_BYTES, 0));
    }

    private DeliveryResult judge(OutgoingHttp.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new ChannelFailure("the service answers HTTP " + answer.status(), null);
        }
        try {
            JsonObject response = ((JsonObject) Jsoner.deserialize(new String(answer.body(), StandardCharsets.UTF_8))).getMap("Response")
                instanceof JsonObject found ? found : new JsonObject();
            if (response.get("Error") instanceof JsonObject error) {
                return failed(String.valueOf(error.get("Code")));
            }
            if (!(response.get("SendStatusSet") instanceof JsonArray statuses) || statuses.size() != 1
                    || !(statuses.get(0) instanceof JsonObject status)) {
                throw new ChannelFailure("the answer is not the service's", null);
            }
            if (!"Ok".equals(status.get("Code"))) {
                return failed(String.valueOf(status.get("Code")));
            }
            String serial = String.valueOf(status.get("SerialNo"));
            int parts = status.get("Fee") instanceof Number fee ? fee.intValue() : 1;
            boolean told = !settings.receiptToken().isEmpty() && status.get("SerialNo") != null;
            return told ? DeliveryResult.sent(serial, parts) : new DeliveryResult(DeliveryResult.Status.ACCEPTED, serial, parts);
        } catch (DeserializationException | ClassCastException e) {
            throw new ChannelFailure("the answer is not the service's", e);
        }
    }

    /**
     * The codes of SendSms and those that all services have (cloud.tencent.com/document/api/382/55981): limits pass, what is about the
     * one number or message is refused; the troubles of the account and the service, and what is not documented, are thrown.
     */
    private static DeliveryResult failed(String code) throws IOException {
        if (!CODE.matcher(code).matches()) {
            throw new ChannelFailure("the answer is not the service's", null);
        }
        if (MESSAGE.contains(code) || code.startsWith("UnsupportedOperation.")
                || code.startsWith("InvalidParameterValue.") && !code.equals("InvalidParameterValue.SdkAppIdNotExist")) {
            return DeliveryResult.refused(code);
        }
        if (code.startsWith("LimitExceeded")) {
            return DeliveryResult.retryLater(code);
        }
        throw new ChannelFailure("the service says " + code, null);
    }

    /** In international form; numbers of mainland China may lack the country code. */
    static String number(String address) {
        String number = address == null ? "" : address.replaceAll("[ -]", "");
        return number.matches("1[3-9][0-9]{9}") ? "+86" + number : number.matches("\\+[1-9][0-9]{6,14}") ? number : null;
    }

    private String value(OutgoingMessage message, String name) {
        LocalizedText value = message.extras().values().get(name);
        return value == null ? "—" : settings.english() ? value.en() : value.zh();
    }

    private static JsonArray array(String... values) {
        JsonArray array = new JsonArray();
        for (String value : values) {
            array.add(value);
        }
        return array;
    }

    Optional<String> read(String token, byte[] body, Receipts receipts) {
        if (settings.receiptToken().isEmpty() || !ReceiptReader.isToken(secrets.apply(settings.receiptToken()), token)) {
            return Optional.empty();
        }
        try {
            for (Object one : (JsonArray) Jsoner.deserialize(new String(body, StandardCharsets.UTF_8))) {
                JsonObject receipt = (JsonObject) one;
                boolean arrived = "SUCCESS".equals(receipt.get("report_status"));
                receipts.received(TencentChannel.ID, String.valueOf(receipt.get("sid")), arrived ? DeliveryResult.delivered()
                    : DeliveryResult.refused(receipt.get("errmsg") + " " + receipt.get("description")));
            }
            return Optional.of(TAKEN);
        } catch (DeserializationException | ClassCastException e) {
            throw new IllegalArgumentException("not a list of receipts", e);
        }
    }
}
