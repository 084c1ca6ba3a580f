package org.openbeian.channel.sms.tencent;

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
import java.util.Arrays;
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
import org.openbeian.api.http.Tc3;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.contract.kit.LoopbackHttp;
import org.openbeian.contract.kit.LoopbackServer;
import org.openbeian.testkit.Requirement;

@Requirement({"W-07", "Q-14"})
public class TencentSmsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00.5Z");
    private static final String OK =
        "{\"Response\":{\"SendStatusSet\":[{\"SerialNo\":\"s-1\",\"Fee\":2,\"Code\":\"Ok\"}],\"RequestId\":\"r\"}}";

    private final LoopbackServer server = new LoopbackServer(call -> new LoopbackServer.Reply(200, OK));
    private final TencentSms sms = sms("secret:token");

    @After
    public void stop() {
        server.close();
    }

    private TencentSms sms(String token) {
        return new TencentSms(TencentSettings.of(given(token)), new LoopbackHttp(server.port()),
            value -> value.startsWith("secret:") ? value.substring(7) : value, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Given given(String token) {
        return new Given("https://sms.tencentcloudapi.com/", "ap-guangzhou", "1400006666", "AKID-of-test", "secret:the-key", "示例",
            new String[] {"pre-review-passed=1110001:domain,order,nothing"}, "zh-CN", token);
    }

    @Test
    public void theCallIsSignedAndCarriesTheKeyOfTheMessage() throws Exception {
        assertEquals(DeliveryResult.sent("s-1", 2), sms.send(message("138 0000-0000", "pre-review-passed")));
        LoopbackServer.Call call = server.last();
        for (String part : List.of("\"PhoneNumberSet\":[\"+8613800000000\"]", "\"SmsSdkAppId\":\"1400006666\"", "\"SignName\":\"示例\"",
            "\"TemplateId\":\"1110001\"", "\"TemplateParamSet\":[\"示例.中国\",\"o1\",\"\\u2014\"]", "\"SessionContext\":\"key-1\"")) {
            assertTrue(call.text(), call.text().contains(part));
        }
        assertEquals(Tc3.authorization("AKID-of-test", "the-key", "sms", new TreeMap<>(Map.of("content-type",
            "application/json; charset=utf-8", "host", "sms.tencentcloudapi.com", "x-tc-action", "SendSms")), call.body(),
            Instant.ofEpochSecond(Long.parseLong(call.headers().get("x-tc-timestamp")))), call.headers().get("authorization"));
        assertEquals("SendSms", call.headers().get("x-tc-action"));
        sms.send(message("13800000000", "pre-review-passed"));
        assertEquals("a repeat is the same", call.text(), server.last().text());
        assertEquals("without receipts nothing is awaited", Status.ACCEPTED,
            sms("").send(message("+4930123456", "pre-review-passed")).status());
    }

    private static List<String> codes(String group, String names) {
        return Arrays.stream(names.split(" ")).map(name -> group + "." + name).toList();
    }

    @Test
    public void eachDocumentedErrorIsJudged() throws Exception {
        for (List<String> group : List.of(codes("FailedOperation", "ContainSensitiveWord MarketingSendTimeConstraint"
            + " PhoneNumberInBlacklist PhoneNumberParseFail SignatureIncorrectOrUnapproved TemplateIncorrectOrUnapproved"
            + " TemplateParamSetNotMatchApprovedTemplate TemplateUnapprovedOrNotExist"),
            codes("InvalidParameterValue", "ContentLengthLimit IncorrectPhoneNumber ProhibitedUseUrlInTemplateParameter"
                + " TemplateParameterFormatError TemplateParameterLengthLimit"),
            codes("LimitExceeded", "AppCountryOrRegionInBlacklist PhoneNumberCountLimit"),
            codes("MissingParameter", "EmptyPhoneNumberSet"), codes("UnsupportedOperation",
                "ContainDomesticAndInternationalPhoneNumber ChineseMainlandTemplateToGlobalPhone GlobalTemplateToChineseMainlandPhone"
                + " UnsupportedRegion"))) {
            for (String code : group) {
                assertEquals(code, Status.REFUSED, answered(code));
            }
        }
        for (String code : codes("LimitExceeded", "AppCountryOrRegionDailyLimit AppDailyLimit AppGlobalDailyLimit"
            + " AppMainlandChinaDailyLimit DailyLimit DeliveryFrequencyLimit PhoneNumberDailyLimit PhoneNumberOneHourLimit"
            + " PhoneNumberSameContentDailyLimit PhoneNumberThirtySecondLimit")) {
            assertEquals(code, Status.RETRY_LATER, answered(code));
        }
        assertEquals("that of all services", Status.RETRY_LATER, answered("LimitExceeded"));
    }

    @Test
    public void aTroubleOfTheAccountOrTheServiceIsNoMessagesFault() {
        for (List<String> group : List.of(codes("AuthFailure", "InvalidAuthorization InvalidSecretId MFAFailure SecretIdNotFound"
            + " SignatureExpire SignatureFailure TokenFailure UnauthorizedOperation"),
            codes("UnauthorizedOperation", "IndividualUserMarketingSmsPermissionDeny RequestIpNotInWhitelist RequestPermissionDeny"
                + " SdkAppIdIsDisabled ServiceSuspendDueToArrears SmsSdkAppIdVerifyFail"),
            codes("FailedOperation", "InsufficientBalanceInSmsPackage FailResolvePacket JsonParseFail OtherError ParametersOtherError"),
            codes("InvalidParameterValue", "SdkAppIdNotExist"),
            codes("InternalError", "OtherError RequestTimeException RestApiInterfaceNotExist SendAndRecvFail SigFieldMissing"
                + " SigVerificationFail Timeout UnknownError"),
            List.of("ActionOffline", "DryRunOperation", "FailedOperation", "InternalError", "InvalidAction", "InvalidParameter",
                "InvalidRequest", "IpInBlacklist", "IpNotInWhitelist", "MissingParameter", "NoSuchProduct", "NoSuchVersion",
                "RequestLimitExceeded", "RequestLimitExceeded.GlobalRegionUinLimitExceeded", "RequestLimitExceeded.IPLimitExceeded",
                "RequestLimitExceeded.UinLimitExceeded", "ResourceInUse", "ResourceInsufficient", "ResourceNotFound",
                "ResourceUnavailable", "ServiceUnavailable", "UnauthorizedOperation", "UnknownParameter",
                "UnsupportedOperation", "UnsupportedProtocol", "UnsupportedRegion", "NotDocumented"))) {
            for (String code : group) {
                fail(code);
                assertEquals("the service says " + code, thrown(code).getMessage());
                server.answer(200, "{\"Response\":{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"m\"},\"RequestId\":\"r\"}}");
                thrown(code);
            }
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
        server.answer(200,
            "{\"Response\":{\"SendStatusSet\":[{\"SerialNo\":\"\",\"Fee\":0,\"Code\":\"" + code + "\"}],\"RequestId\":\"r\"}}");
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
        byte[] body = ("[{\"sid\":\"r-1\",\"report_status\":\"SUCCESS\",\"errmsg\":\"DELIVRD\"},"
            + "{\"sid\":\"r-2\",\"report_status\":\"FAIL\",\"errmsg\":\"UNDELIV\",\"description\":\"x\"}]")
            .getBytes(StandardCharsets.UTF_8);
        assertEquals(Optional.empty(), sms.read("wrong", body, (channel, spellings, result) -> true));
        assertEquals(Optional.empty(), sms("").read("", body, (channel, spellings, result) -> true));
        assertTrue(sms.read("token", body,
            (channel, spellings, result) -> told.add(channel + " " + spellings.get(0) + " " + result.status()))
            .isPresent());
        assertEquals(List.of("sms-tencent r-1 DELIVERED", "sms-tencent r-2 REFUSED"), told);
        for (String bad : List.of("", "{}", "[7]")) {
            assertThrows(IllegalArgumentException.class, () -> sms.read("token", bad.getBytes(StandardCharsets.UTF_8),
                (channel, spellings, result) -> true));
        }
    }

    @Test
    public void aBadConfigurationIsRefusedAndSecretsAreNotShown() {
        assertFalse(TencentSettings.of(given("")).toString().contains("the-key"));
        for (String bad : List.of("", "no equals", "pre-review-passed=", "pre-review-passed=1:a b!")) {
            assertThrows(bad, IllegalArgumentException.class, () -> TencentSettings.of(given("").withTemplates(bad)));
        }
        assertEquals(2, TencentSettings.of(given("").withTemplates("received=1:order; expired=2")).templates().size());
    }

    @Test
    public void aBadConfigurationKeepsTheChannelAwayUntilItIsMended() throws Exception {
        TencentRoutes routes = new TencentRoutes(given("").withTemplates("no equals"), new LoopbackHttp(server.port()), value -> value);
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
    private record Given(String address, String region, String application, String id, String _key, String sign, String[] templates,
            String language, String _receipt_token) implements TencentConfig {

        Given withTemplates(String line) {
            return new Given(address, region, application, id, _key, sign, new String[] {line}, language, _receipt_token);
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return TencentConfig.class;
        }
    }
}
