package org.openbeian.channel.sms.aliyun;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.OutgoingMessage.Extras;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.contract.kit.LoopbackHttp;
import org.openbeian.contract.kit.LoopbackServer;
import org.openbeian.testkit.Requirement;

@Requirement({"W-07", "Q-14"})
public class AliyunSmsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00.5Z");
    private static final String OK = "{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"b-1\",\"RequestId\":\"r\"}";

    private final LoopbackServer server = new LoopbackServer(call -> new LoopbackServer.Reply(200, OK));
    private final AliyunSms sms = sms("secret:token");

    @After
    public void stop() {
        server.close();
    }

    private AliyunSms sms(String token) {
        return new AliyunSms(AliyunSettings.of(given(token)), new LoopbackHttp(server.port()),
            value -> value.startsWith("secret:") ? value.substring(7) : value, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Given given(String token) {
        return new Given("https://dysmsapi.aliyuncs.com/", "LTAI-of-test", "secret:the-key", "示例",
            new String[] {"pre-review-passed=SMS_1:domain,order"}, "zh-CN", token);
    }

    @Test
    public void theCallIsSignedAndCarriesTheKeyOfTheMessage() throws Exception {
        assertEquals(DeliveryResult.sent("b-1", 1), sms.send(message("+86 138 0000 0000", "pre-review-passed")));
        LoopbackServer.Call call = server.last();
        String query = call.path().substring(2);
        for (String part : List.of("OutId=key-1", "PhoneNumbers=13800000000&", "TemplateCode=SMS_1&",
            "%22domain%22%3A%22%E7%A4%BA%E4%BE%8B.%E4%B8%AD%E5%9B%BD%22", "%22order%22%3A%22o1%22")) {
            assertTrue(query, query.contains(part));
        }
        TreeMap<String, String> signed = new TreeMap<>(Map.of("host", "dysmsapi.aliyuncs.com"));
        call.headers().forEach((name, value) -> {
            if (name.startsWith("x-acs-")) {
                signed.put(name, value);
            }
        });
        assertEquals(6, signed.size());
        assertEquals(Acs3.authorization("LTAI-of-test", "the-key", query, signed), call.headers().get("authorization"));
        assertEquals("2026-11-22T07:00:00Z", signed.get("x-acs-date"));
        sms.send(message("13800000000", "pre-review-passed"));
        assertEquals("a repeat asks the same", call.path(), server.last().path());
        assertFalse("with a nonce of its own", signed.get("x-acs-signature-nonce").equals(server.last().headers()
            .get("x-acs-signature-nonce")));
        assertEquals("without receipts nothing is awaited", Status.ACCEPTED,
            sms("").send(message("+4930123456", "pre-review-passed")).status());
    }

    /** The examples of the provider's page, and the edges beside them. */
    @Test
    public void aLongMessageCountsAsTheProviderCounts() throws Exception {
        int[][] mainland = {{70, 1}, {71, 2}, {134, 2}, {135, 3}, {160, 3}};
        for (int[] example : mainland) {
            assertEquals(example[0] + " signs", example[1], AliyunSms.parts("13800000000", "备".repeat(example[0])));
            assertEquals("whatever they are", example[1], AliyunSms.parts("13800000000", "a".repeat(example[0])));
        }
        assertEquals(1, AliyunSms.parts("4930123456", "a".repeat(160)));
        assertEquals(3, AliyunSms.parts("4930123456", "a".repeat(350)));
        assertEquals("an extended sign is two", 2, AliyunSms.parts("4930123456", "[".repeat(81)));
        assertEquals(3, AliyunSms.parts("4930123456", "备".repeat(150)));
        LocalizedText text = new LocalizedText("备".repeat(67), "a");
        OutgoingMessage message = new OutgoingMessage("key-1", "pre-review-passed", "order-1", "alice", "13800000000", text, text, NOW,
            new Extras(null, Map.of(), null, null));
        assertEquals("with the signature in its brackets", DeliveryResult.sent("b-1", 2), sms.send(message));
    }

    @Test
    public void eachDocumentedErrorIsJudged() throws Exception {
        for (String code : ("isv.MOBILE_NUMBER_ILLEGAL isv.MOBILE_COUNT_OVER_LIMIT isv.BLACK_KEY_CONTROL_LIMIT isv.INVALID_PARAMETERS"
            + " isv.INVALID_JSON_PARAM isv.PARAM_LENGTH_LIMIT isv.PARAM_NOT_SUPPORT_URL isv.TEMPLATE_MISSING_PARAMETERS"
            + " isv.TEMPLATE_PARAMS_ILLEGAL isv.SMS_TEMPLATE_ILLEGAL isv.SMS_SIGNATURE_ILLEGAL isv.SMS_CONTENT_ILLEGAL"
            + " isv.SMS_SIGN_ILLEGAL isv.SMS_SIGNATURE_SCENE_ILLEGAL isv.SIGN_STATE_ILLEGAL isv.EXTEND_CODE_ERROR"
            + " isv.DOMESTIC_NUMBER_NOT_SUPPORTED isv.SMS_TEST_NUMBER_LIMIT isv.SMS_TEST_SIGN_TEMPLATE_LIMIT SIGNATURE_BLACKLIST")
                .split(" ")) {
            assertEquals(code, Status.REFUSED, answered(code));
        }
        for (String code : List.of("isv.BUSINESS_LIMIT_CONTROL", "isv.DAY_LIMIT_CONTROL", "isv.MONTH_LIMIT_CONTROL")) {
            assertEquals(code, Status.RETRY_LATER, answered(code));
        }
        for (String code : ("isv.AMOUNT_NOT_ENOUGH isv.OUT_OF_SERVICE isv.PRODUCT_UN_SUBSCRIPT isv.PRODUCT_UNSUBSCRIBE"
            + " isv.ACCOUNT_NOT_EXISTS isv.ACCOUNT_ABNORMAL isv.DENY_IP_RANGE isp.SYSTEM_ERROR isp.RAM_PERMISSION_DENY"
            + " SignatureDoesNotMatch SignatureNonceUsed InvalidAccessKeyId.NotFound InvalidTimeStamp.Expired InvalidVersion"
            + " InvalidAction.NotFound Throttling.User ServiceUnavailable NotDocumented").split(" ")) {
            fail(code);
            assertEquals("the service says " + code + ", HTTP " + (code.startsWith("is") ? 200 : 400), thrown(code).getMessage());
        }
    }

    private IOException thrown(String why) {
        return assertThrows(why, IOException.class, () -> sms.send(message("13800000000", "pre-review-passed")));
    }

    private Status answered(String code) throws IOException {
        fail(code);
        return sms.send(message("13800000000", "pre-review-passed")).status();
    }

    private void fail(String code) {
        server.answer(code.startsWith("is") ? 200 : 400, "{\"Code\":\"" + code + "\",\"Message\":\"m\",\"RequestId\":\"r\"}");
    }

    @Test
    public void whatIsNotTheServicesAnswerIsATroubleOfTheService() {
        for (String lie : List.of("", "<html>", "[]", "{}", "{\"Response\":{}}", "{\"Response\":7}",
            "{\"Response\":{\"SendStatusSet\":[7]}}")) {
            server.answer(200, lie);
            thrown(lie);
        }
        fail("<b>13800000000 is unknown</b>");
        assertTrue(thrown("no code").getMessage().startsWith("the answer is not the service's"));
        server.answer(200, OK + " ".repeat(300_000));
        thrown("an answer without end");
        server.answer(502, "bad gateway");
        thrown("502");
        server.answer(0, "");
        thrown("closed");
        server.answer(call -> new LoopbackServer.Reply(200, OK, 4000));
        thrown("slow");
        server.close();
        thrown("away");
    }

    @Test
    public void withoutATemplateOrANumberNothingIsAsked() throws Exception {
        assertEquals(Status.REFUSED, sms.send(message("13800000000", "received")).status());
        for (String bad : new String[] {"", "wang@example.com", "12345", "1380000000a", "+0123", null}) {
            assertEquals(Status.REFUSED, sms.send(message(bad, "pre-review-passed")).status());
        }
        assertEquals(List.of(), server.calls());
    }

    @Test
    public void receiptsAreReadWithTheRightTokenAlone() {
        List<String> told = new ArrayList<>();
        byte[] body = ("[{\"biz_id\":\"r-1\",\"success\":true,\"err_code\":\"DELIVERED\",\"sms_size\":\"3\"},"
            + "{\"biz_id\":\"r-2\",\"success\":false,\"err_code\":\"MK:0001\",\"err_msg\":\"x\"}]").getBytes(StandardCharsets.UTF_8);
        assertEquals(Optional.empty(), sms.read("wrong", body, (channel, spellings, result) -> true));
        assertEquals(Optional.empty(), sms("").read("", body, (channel, spellings, result) -> true));
        assertTrue(sms.read("token", body, (channel, spellings, result) -> told.add(channel + " " + spellings.get(0) + " " + result.status()
            + " " + result.parts()))
            .isPresent());
        assertEquals(List.of("sms-aliyun r-1 DELIVERED 3", "sms-aliyun r-2 REFUSED 1"), told);
        for (String bad : List.of("", "{}", "[7]")) {
            assertThrows(IllegalArgumentException.class, () -> sms.read("token", bad.getBytes(StandardCharsets.UTF_8),
                (channel, spellings, result) -> true));
        }
    }

    @Test
    public void aBadConfigurationIsRefusedAndSecretsAreNotShown() {
        assertFalse(AliyunSettings.of(given("")).toString().contains("the-key"));
        for (String bad : List.of("", "no equals", "pre-review-passed=", "pre-review-passed=1:a b!")) {
            assertThrows(bad, IllegalArgumentException.class, () -> AliyunSettings.of(given("").withTemplates(bad)));
        }
        assertEquals(2, AliyunSettings.of(given("").withTemplates("received=1:order; expired=2")).templates().size());
    }

    @Test
    public void aBadConfigurationKeepsTheChannelAwayUntilItIsMended() throws Exception {
        AliyunRoutes routes = new AliyunRoutes(given("").withTemplates("no equals"), new LoopbackHttp(server.port()), value -> value);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes);
            context.start();
            String route = "channel." + routes.channel();
            assertTrue(context.getRouteController().getRouteStatus(route).isStopped());
            assertEquals(Optional.empty(), routes.read("token", new byte[0], (channel, spellings, result) -> true));
            routes.modified(given(""));
            assertTrue(context.getRouteController().getRouteStatus(route).isStarted());
            routes.modified(given("").withTemplates("no equals"));
            assertEquals("the old one stays", Status.ACCEPTED, context.createProducerTemplate().requestBody("direct:" + route,
                message("13800000000", "pre-review-passed"), DeliveryResult.class).status());
        }
    }

    private static OutgoingMessage message(String address, String id) {
        LocalizedText text = new LocalizedText("文", "text");
        return new OutgoingMessage("key-1", id, "order-1", "alice", address, text, text, NOW, new Extras(null,
            Map.of("domain", new LocalizedText("示例.中国", "example.com"), "order", new LocalizedText("o1", "o1")), null, null));
    }

    /** A configuration. */
    private record Given(String address, String id, String _key, String sign, String[] templates, String language,
            String _receipt_token) implements AliyunConfig {

        Given withTemplates(String line) {
            return new Given(address, id, _key, sign, new String[] {line}, language, _receipt_token);
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return AliyunConfig.class;
        }
    }
}
