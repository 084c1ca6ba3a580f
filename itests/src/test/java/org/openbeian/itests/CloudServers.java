package org.openbeian.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The services of two clouds and two chats on one port, each as its documentation has it. They compute signatures by themselves, and take
 * what is signed rightly and well formed.
 */
final class CloudServers implements AutoCloseable {

    static final String TENCENT = "tencent";
    static final String ALIYUN = "aliyun";
    static final String WECOM = "wecom";
    static final String DINGTALK = "dingtalk";
    static final String PAGER = "pager";
    /** Secret of the access key at both clouds. */
    static final String KEY = "key-of-the-clouds";
    /** Secret of the DingTalk robot. */
    static final String ROBOT = "SEC0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    /** How long an answer of the SMS service of Tencent Cloud takes. */
    volatile long millis;

    /** What a service took: for whom, and the text or the variables of its template. */
    record Taken(String service, String receiver, String text) {
    }

    CloudServers() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::serve);
        http.start();
    }

    /** Root of all services. */
    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
    }

    /** What a service took, in the order in which it came. */
    List<Taken> taken(String service) {
        return taken.stream().filter(one -> one.service().equals(service)).toList();
    }

    /** What was wrong with what was not taken. */
    List<String> refused() {
        return refused;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String answer;
            try {
                answer = answer(exchange, body);
            } catch (IllegalArgumentException | GeneralSecurityException e) {
                refused.add(e.toString());
                answer = "{\"errcode\":40035,\"Code\":\"SignatureDoesNotMatch\"}";
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String answer(HttpExchange exchange, byte[] body) throws IOException, GeneralSecurityException {
        Headers headers = exchange.getRequestHeaders();
        check(exchange.getRequestMethod().equals("POST"), "not a POST");
        if (headers.containsKey("X-TC-Action")) {
            return tencent(headers, body);
        }
        if (headers.containsKey("x-acs-action")) {
            return aliyun(headers, exchange.getRequestURI().getRawQuery());
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        switch (exchange.getRequestURI().getPath()) {
            case "/cgi-bin/webhook/send" -> {
                check("key-of-the-group".equals(query.get("key")), "no such group");
                robot(WECOM, body, 2048);
            }
            case "/robot/send" -> {
                check("token-of-the-group".equals(query.get("access_token")), "no such group");
                String time = query.get("timestamp");
                checkNow(Instant.ofEpochMilli(Long.parseLong(time)));
                check(Base64.getEncoder().encodeToString(mac(ROBOT.getBytes(StandardCharsets.UTF_8), time + "\n" + ROBOT))
                        .equals(query.get("sign")), "DingTalk: wrong signature");
                robot(DINGTALK, body, 20_000);
            }
            default -> taken.add(new Taken(PAGER, headers.getFirst("Pager-Key"), new String(body, StandardCharsets.UTF_8)));
        }
        return "{\"errcode\":0,\"errmsg\":\"ok\"}";
    }

    private void robot(String service, byte[] body, int most) throws IOException {
        JsonNode message = JSON.readTree(body);
        String text = message.at("/text/content").asText();
        check("text".equals(message.path("msgtype").asText()) && !text.isBlank()
                && text.getBytes(StandardCharsets.UTF_8).length <= most, service + ": " + message);
        taken.add(new Taken(service, "", text));
    }

    /** TC3-HMAC-SHA256, operation SendSms of version 2021-01-11. */
    private String tencent(Headers headers, byte[] body) throws IOException, GeneralSecurityException {
        Instant time = Instant.ofEpochSecond(Long.parseLong(headers.getFirst("X-TC-Timestamp")));
        checkNow(time);
        LocalDate day = time.atOffset(ZoneOffset.UTC).toLocalDate();
        String authorization = headers.getFirst("Authorization");
        String names = part(authorization, "SignedHeaders");
        String scope = day + "/sms/tc3_request";
        check(part(authorization, "Credential").equals("AKID-of-test/" + scope), "Tencent: " + authorization);
        String request = "POST\n/\n\n" + Arrays.stream(names.split(";"))
                .map(name -> name + ":" + headers.getFirst(name).strip().toLowerCase(Locale.ROOT) + "\n").collect(Collectors.joining())
                + "\n" + names + "\n" + hash(body);
        String text = "TC3-HMAC-SHA256\n" + time.getEpochSecond() + "\n" + scope + "\n" + hash(request.getBytes(StandardCharsets.UTF_8));
        byte[] key = mac(mac(mac(("TC3" + KEY).getBytes(StandardCharsets.UTF_8), day.toString()), "sms"), "tc3_request");
        check(part(authorization, "Signature").equals(HexFormat.of().formatHex(mac(key, text))), "Tencent: wrong signature");
        JsonNode sms = JSON.readTree(body);
        check(headers.getFirst("X-TC-Action").equals("SendSms") && headers.getFirst("X-TC-Version").equals("2021-01-11")
                && sms.path("SmsSdkAppId").asText().equals("1400006666") && sms.path("SignName").asText().equals("示例")
                && sms.path("TemplateId").asText().equals("1110001") && sms.path("PhoneNumberSet").size() == 1, "Tencent: " + sms);
        LockSupport.parkNanos(millis * 1_000_000);
        taken.add(new Taken(TENCENT, sms.at("/PhoneNumberSet/0").asText(), sms.path("TemplateParamSet").toString()));
        return "{\"Response\":{\"SendStatusSet\":[{\"SerialNo\":\"tencent-" + taken.size() + "\",\"Fee\":1,\"Code\":\"Ok\"}],"
                + "\"RequestId\":\"r\"}}";
    }

    /** ACS3-HMAC-SHA256, operation SendSms of version 2017-05-25. */
    private String aliyun(Headers headers, String query) throws GeneralSecurityException {
        checkNow(Instant.parse(headers.getFirst("x-acs-date")));
        String authorization = headers.getFirst("Authorization");
        String names = part(authorization, "SignedHeaders");
        check(Arrays.asList(names.split(";")).containsAll(List.of("host", "x-acs-action", "x-acs-content-sha256", "x-acs-date",
                "x-acs-signature-nonce", "x-acs-version")), "Alibaba: not all signed: " + names);
        String request = "POST\n/\n" + query + "\n" + Arrays.stream(names.split(";"))
                .map(name -> name + ":" + headers.getFirst(name).strip() + "\n").collect(Collectors.joining())
                + "\n" + names + "\n" + hash(new byte[0]);
        String text = "ACS3-HMAC-SHA256\n" + hash(request.getBytes(StandardCharsets.UTF_8));
        check(part(authorization, "Credential").equals("LTAI-of-test") && part(authorization, "Signature")
                .equals(HexFormat.of().formatHex(mac(KEY.getBytes(StandardCharsets.UTF_8), text))), "Alibaba: wrong signature");
        Map<String, String> sms = query(query);
        check(headers.getFirst("x-acs-action").equals("SendSms") && headers.getFirst("x-acs-version").equals("2017-05-25")
                && sms.get("TemplateCode").equals("SMS_1") && sms.get("SignName").equals("示例") && !sms.get("OutId").isEmpty(),
                "Alibaba: " + sms);
        taken.add(new Taken(ALIYUN, sms.get("PhoneNumbers"), sms.get("TemplateParam")));
        return "{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"aliyun-" + taken.size() + "\",\"RequestId\":\"r\"}";
    }

    private static String part(String authorization, String name) {
        return Arrays.stream(authorization.split("[ ,]+")).filter(one -> one.startsWith(name + "=")).findFirst().orElseThrow(
                () -> new IllegalArgumentException("no " + name + " in " + authorization)).substring(name.length() + 1);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : (raw == null ? "" : raw).split("&")) {
            String[] sides = pair.split("=", 2);
            values.put(sides[0], sides.length == 1 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static void checkNow(Instant time) {
        check(Duration.between(time, Instant.now()).abs().compareTo(OLDEST) < 0, "signed at another time: " + time);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static String hash(byte[] data) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
