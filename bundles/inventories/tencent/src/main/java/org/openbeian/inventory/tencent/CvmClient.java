package org.openbeian.inventory.tencent;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.http.Tc3;
import org.openbeian.api.resource.ResourceFacts;

/** The operation DescribeInstances of version 2017-03-12. Thread-safe. */
final class CvmClient {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String ACTION = "DescribeInstances";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MOST_BYTES = 4_000_000;
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;

    private final CvmSettings settings;
    private final OutgoingHttp http;
    private final UnaryOperator<String> secrets;
    private final Clock realTime;

    CvmClient(CvmSettings settings, OutgoingHttp http, UnaryOperator<String> secrets, Clock realTime) {
        this.settings = settings;
        this.http = http;
        this.secrets = secrets;
        this.realTime = realTime;
    }

    /**
     * A server in a region; null when there is none.
     *
     * @throws IOException when the service gives no answer
     */
    ResourceFacts find(String id, String region, Duration patience) throws IOException {
        JsonArray ids = new JsonArray();
        ids.add(id);
        JsonObject body = new JsonObject();
        body.put("InstanceIds", ids);
        JsonObject response = call(body, region, patience);
        if (error(response).startsWith("InvalidInstanceId")) {
            return null;
        }
        for (JsonObject instance : instances(response)) {
            if (id.equals(instance.get("InstanceId"))) {
                return facts(instance, region);
            }
        }
        return null;
    }

    /** All servers of a region. */
    List<ResourceFacts> all(String region, Duration patience) throws IOException {
        List<ResourceFacts> found = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonObject body = new JsonObject();
            body.put("Offset", page * PAGE);
            body.put("Limit", PAGE);
            List<JsonObject> instances = instances(call(body, region, patience));
            instances.forEach(instance -> found.add(facts(instance, region)));
            if (instances.size() < PAGE) {
                return found;
            }
        }
        throw new IOException("more than " + MOST_PAGES * PAGE + " servers in " + region);
    }

    private static String error(JsonObject response) {
        return response.get("Error") instanceof JsonObject error ? String.valueOf(error.get("Code")) : "";
    }

    private static List<JsonObject> instances(JsonObject response) throws IOException {
        if (!error(response).isEmpty()) {
            throw new IOException("the service says " + error(response));
        }
        if (!(response.get("InstanceSet") instanceof JsonArray found)
                || !found.stream().allMatch(one -> one instanceof JsonObject instance && instance.get("InstanceId") instanceof String)) {
            throw new IOException("the answer is not the service's");
        }
        return found.stream().map(JsonObject.class::cast).toList();
    }

    private JsonObject call(JsonObject content, String region, Duration patience) throws IOException {
        byte[] body = content.toJson().getBytes(StandardCharsets.UTF_8);
        Instant now = realTime.instant();
        URI address = URI.create(settings.address());
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        TreeMap<String, String> signed = new TreeMap<>(Map.of("content-type", JSON, "host", host, "x-tc-action", ACTION));
        OutgoingHttp.Answer answer = http.call(new OutgoingHttp.Request("POST", address, Map.of("Content-Type", JSON,
            "X-TC-Action", ACTION, "X-TC-Version", "2017-03-12", "X-TC-Region", region,
            "X-TC-Timestamp", Long.toString(now.getEpochSecond()), "Authorization",
            Tc3.authorization(settings.id(), secrets.apply(settings.key()), "cvm", signed, body, now)), body, patience, MOST_BYTES, 0));
        if (answer.status() != 200) {
            throw new IOException("the service answers HTTP " + answer.status());
        }
        try {
            if (Jsoner.deserialize(new String(answer.body(), StandardCharsets.UTF_8)) instanceof JsonObject whole
                    && whole.get("Response") instanceof JsonObject response) {
                return response;
            }
        } catch (DeserializationException e) {
            throw new IOException("the answer is not JSON", e);
        }
        throw new IOException("the answer is not the service's");
    }

    /** The months bought, renewals included, are those from the purchase to the end of the term; the interface has no other word. */
    private ResourceFacts facts(JsonObject instance, String region) {
        boolean prepaid = "PREPAID".equals(instance.get("InstanceChargeType"));
        Instant created = instant(instance.get("CreatedTime"));
        Instant expires = instant(instance.get("ExpiredTime"));
        int months = !prepaid || created == null || expires == null ? 0
            : (int) Math.max(0, ChronoUnit.MONTHS.between(created.atZone(SHANGHAI), expires.atZone(SHANGHAI)));
        List<String> ips = new ArrayList<>();
        for (String name : List.of("PublicIpAddresses", "IPv6Addresses")) {
            if (instance.get(name) instanceof JsonArray some) {
                some.forEach(ip -> ips.add(String.valueOf(ip)));
            }
        }
        Object zone = instance.get("Placement") instanceof JsonObject placement ? placement.get("Zone") : null;
        return new ResourceFacts(TencentInventory.KIND, (String) instance.get("InstanceId"), settings.account(), region,
            settings.mainland().contains(region), ips, prepaid, months, expires,
            Map.of("state", String.valueOf(instance.get("InstanceState")), "zone", String.valueOf(zone)));
    }

    private static Instant instant(Object text) {
        return text instanceof String time && !time.isEmpty() ? Instant.parse(time) : null;
    }
}
