package org.openbeian.channel.sms.aliyun;

import static org.openbeian.api.channel.ConfiguredText.secret;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
import org.openbeian.api.channel.SmsText;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.model.LocalizedText;

/**
 * The operation SendSms of version 2017-05-25. What concerns the one number or message is a result; what concerns the account or the
 * service as a whole is thrown. Thread-safe.
 */
final class AliyunSms {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 262_144;
    private static final String EMPTY = Acs3.hash(new byte[0]);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final String TAKEN = "{\"code\":0,\"msg\":\"OK\"}";
    /** Limits, which pass (the codes: help.aliyun.com/zh/sms/developer-reference/api-error-codes). */
    private static final Set<String> LIMITS = Set.of("isv.BUSINESS_LIMIT_CONTROL", "isv.DAY_LIMIT_CONTROL", "isv.MONTH_LIMIT_CONTROL");
    /** What is wrong with the number, the text, the signature or the template, and stays so. */
    private static final Set<String> REFUSED = Set.of("isv.MOBILE_NUMBER_ILLEGAL", "isv.MOBILE_COUNT_OVER_LIMIT",
        "isv.BLACK_KEY_CONTROL_LIMIT", "isv.INVALID_PARAMETERS", "isv.INVALID_JSON_PARAM", "isv.PARAM_LENGTH_LIMIT",
        "isv.PARAM_NOT_SUPPORT_URL", "isv.TEMPLATE_MISSING_PARAMETERS", "isv.TEMPLATE_PARAMS_ILLEGAL", "isv.SMS_TEMPLATE_ILLEGAL",
        "isv.SMS_SIGNATURE_ILLEGAL", "isv.SMS_CONTENT_ILLEGAL", "isv.SMS_SIGN_ILLEGAL", "isv.SMS_SIGNATURE_SCENE_ILLEGAL",
        "isv.SIGN_STATE_ILLEGAL", "isv.EXTEND_CODE_ERROR", "isv.DOMESTIC_NUMBER_NOT_SUPPORTED", "isv.SMS_TEST_NUMBER_LIMIT",
        "isv.SMS_TEST_SIGN_TEMPLATE_LIMIT", "SIGNATURE_BLACKLIST");

    private final AliyunSettings settings;
    private final OutgoingHttp http;
    private final UnaryOperator<String> secrets;
    private final Clock realTime;

    AliyunSms(AliyunSettings settings, OutgoingHttp http, UnaryOperator<String> secrets, Clock realTime) {
        this.settings = settings;
        this.http = http;
        this.secrets = secrets;
        this.realTime = realTime;
    }

    /**
     * Sends one message; its key goes along as OutId, and comes back in the receipt.
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
        JsonObject values = new JsonObject();
        template.variables().forEach(name -> values.put(name, value(message, name)));
        TreeMap<String, String> parameters = new TreeMap<>(Map.of("PhoneNumbers", number, "SignName", settings.sign(), "TemplateCode",
            template.id(), "TemplateParam", values.toJson(), "OutId", message.key()));
        String text = "【" + settings.sign() + "】" + (settings.english() ? message.text().en() : message.text().zh());
        return judge(call(Acs3.query(parameters)), parts(number, text));
    }

    /**
     * As how many SMS the provider is expected to count a text, before its receipt says it: to the mainland, every sign is one, and
     * so abroad unless all are of the GSM alphabet (help.aliyun.com/zh/sms/user-guide/message-rules).
     *
     * @param number as {@link #number} has it
     */
    static int parts(String number, String text) {
        boolean seven = !number.matches("1[3-9][0-9]{9}") && !SmsText.isUcs2(text);
        int length = seven ? SmsText.octets(text, false).length : text.length();
        int part = seven ? 153 : 67;
        return length <= (seven ? 160 : 70) ? 1 : (length + part - 1) / part;
    }

    private OutgoingHttp.Answer call(String query) throws IOException {
        URI address = URI.create(settings.address());
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        TreeMap<String, String> headers = new TreeMap<>(Map.of("host", host, "x-acs-action", "SendSms", "x-acs-version", "2017-05-25",
            "x-acs-date", realTime.instant().truncatedTo(ChronoUnit.SECONDS).toString(), "x-acs-signature-nonce",
            UUID.randomUUID().toString(), "x-acs-content-sha256", EMPTY));
        String authorization = Acs3.authorization(settings.id(), secret(secrets, settings.key()), query, headers);
        Map<String, String> sent = new TreeMap<>(headers);
        sent.remove("host");
        sent.put("Authorization", authorization);
        sent.put("Accept", "application/json");
        return http.call(new OutgoingHttp.Request("POST", address.resolve("/?" + query), sent, new byte[0], PATIENCE, MOST_BYTES, 0));
    }

    /** Refusals of the signature and of the caller come with a status of their own, and a code as the others. */
    private DeliveryResult judge(OutgoingHttp.Answer answer, int parts) throws IOException {
        JsonObject body;
        try {
            body = (JsonObject) Jsoner.deserialize(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (DeserializationException | ClassCastException e) {
            throw new ChannelFailure("the answer is not the service's, HTTP " + answer.status(), e);
        }
        String code = String.valueOf(body.get("Code"));
        if (LIMITS.contains(code)) {
            return DeliveryResult.retryLater(code);
        }
        if (REFUSED.contains(code)) {
            return DeliveryResult.refused(code);
        }
        if (answer.status() != 200 || !"OK".equals(code)) {
            throw new ChannelFailure((CODE.matcher(code).matches() ? "the service says " + code : "the answer is not the service's")
                + ", HTTP " + answer.status(), null);
        }
        String reference = body.get("BizId") == null ? null : String.valueOf(body.get("BizId"));
        return settings.receiptToken().isEmpty() || reference == null ? new DeliveryResult(DeliveryResult.Status.ACCEPTED, reference, parts)
            : DeliveryResult.sent(reference, parts);
    }

    /** Of mainland China without the country code, of others with it and without a plus. */
    static String number(String address) {
        String number = address == null ? "" : address.replaceAll("[ -]", "").replaceFirst("^\\+86(?=1)", "");
        return number.matches("1[3-9][0-9]{9}") ? number : number.matches("\\+[1-9][0-9]{6,14}") ? number.substring(1) : null;
    }

    private String value(OutgoingMessage message, String name) {
        LocalizedText value = message.extras().values().get(name);
        return value == null ? "—" : settings.english() ? value.en() : value.zh();
    }

    /** As how many SMS the provider counted the message; 1 where it does not say. */
    private static int size(Object size) {
        return String.valueOf(size).matches("[0-9]{1,3}") ? Integer.parseInt(String.valueOf(size)) : 1;
    }

    Optional<String> read(String token, byte[] body, Receipts receipts) {
        if (settings.receiptToken().isEmpty() || !ReceiptReader.isToken(secrets.apply(settings.receiptToken()), token)) {
            return Optional.empty();
        }
        try {
            for (Object one : (JsonArray) Jsoner.deserialize(new String(body, StandardCharsets.UTF_8))) {
                JsonObject receipt = (JsonObject) one;
                boolean arrived = Boolean.TRUE.equals(receipt.get("success"));
                receipts.received(AliyunChannel.ID, String.valueOf(receipt.get("biz_id")), new DeliveryResult(
                    arrived ? DeliveryResult.Status.DELIVERED : DeliveryResult.Status.REFUSED,
                    arrived ? null : receipt.get("err_code") + " " + receipt.get("err_msg"), size(receipt.get("sms_size"))));
            }
            return Optional.of(TAKEN);
        } catch (DeserializationException | ClassCastException e) {
            throw new IllegalArgumentException("not a list of receipts", e);
        }
    }
}
