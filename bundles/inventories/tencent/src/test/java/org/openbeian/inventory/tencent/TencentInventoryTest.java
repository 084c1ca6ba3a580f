package org.openbeian.inventory.tencent;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.testkit.Requirement;

/** What becomes of the documented answers of DescribeInstances. */
public class TencentInventoryTest {

    private static final String NONE = "{\"Response\":{\"TotalCount\":0,\"InstanceSet\":[],\"RequestId\":\"r\"}}";
    private static final String NOT_FOUND = "{\"Response\":{\"Error\":{\"Code\":\"InvalidInstanceId.NotFound\",\"Message\":\"m\"},"
        + "\"RequestId\":\"r\"}}";
    private static final String ONE = "{\"Response\":{\"TotalCount\":1,\"InstanceSet\":[{\"Placement\":{\"Zone\":\"ap-guangzhou-2\"},"
        + "\"InstanceId\":\"ins-r8hr2upy\",\"InstanceChargeType\":\"PREPAID\",\"CreatedTime\":\"2026-01-31T10:00:00Z\","
        + "\"ExpiredTime\":\"2026-07-31T10:00:00Z\",\"PublicIpAddresses\":[\"119.29.29.29\"],\"IPv6Addresses\":[\"2402:4e00::1\"],"
        + "\"InstanceState\":\"RUNNING\"}],\"RequestId\":\"r\"}}";

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<OutgoingHttp.Request> requests = new ArrayList<>();
    private long nanos;
    private final CvmSettings settings = new CvmSettings("alice", "https://cvm.tencentcloudapi.com/", List.of("ap-hongkong",
        "ap-guangzhou"), Set.of("ap-guangzhou"), "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "secret:tencent", 60);
    private final TencentInventory inventory = new TencentInventory(settings, new CvmClient(settings, request -> {
        requests.add(request);
        String body = answers.remove();
        return new OutgoingHttp.Answer(body.startsWith("{") ? 200 : 503, request.address(), Map.of(),
            body.getBytes(StandardCharsets.UTF_8));
    }, name -> name.equals("secret:tencent") ? "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE" : null,
        Clock.fixed(Instant.ofEpochSecond(1_551_113_065), ZoneOffset.UTC)), () -> nanos);

    @Test
    @Requirement({"A-10", "A-11", "A-12"})
    public void aServerIsLookedForRegionByRegion() {
        answers.addAll(List.of(NOT_FOUND, ONE));
        ResourceFacts facts = inventory.find("cvm", "ins-r8hr2upy").orElseThrow();
        assertEquals(new ResourceFacts("cvm", "ins-r8hr2upy", "alice", "ap-guangzhou", true, List.of("119.29.29.29", "2402:4e00::1"),
            true, 6, Instant.parse("2026-07-31T10:00:00Z"), Map.of("state", "RUNNING", "zone", "ap-guangzhou-2")), facts);
        assertEquals(List.of("ap-hongkong", "ap-guangzhou"), requests.stream().map(request -> request.headers().get("X-TC-Region"))
            .toList());
        OutgoingHttp.Request request = requests.get(0);
        assertEquals("{\"InstanceIds\":[\"ins-r8hr2upy\"]}", new String(request.body(), StandardCharsets.UTF_8));
        assertEquals("DescribeInstances 2017-03-12 1551113065", request.headers().get("X-TC-Action") + " "
            + request.headers().get("X-TC-Version") + " " + request.headers().get("X-TC-Timestamp"));
        assertTrue(request.headers().get("Authorization"), request.headers().get("Authorization").startsWith("TC3-HMAC-SHA256 Credential="
            + "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature="));
    }

    @Test
    public void anAnswerCountsForAWhile() {
        answers.addAll(List.of(NONE, ONE, NONE, NONE));
        assertTrue(inventory.find("cvm", "ins-r8hr2upy").isPresent());
        nanos = 59_000_000_000L;
        assertTrue(inventory.find("cvm", "ins-r8hr2upy").isPresent());
        assertEquals(2, requests.size());
        nanos = 60_000_000_000L;
        assertEquals("it is gone by now", Optional.empty(), inventory.find("cvm", "ins-r8hr2upy"));
    }

    @Test
    public void whatIsNoServerOfThisCloudIsNotAsked() {
        assertEquals(Optional.empty(), inventory.find("lighthouse", "ins-r8hr2upy"));
        assertEquals("nothing is known of those", "true false", inventory.serves("cvm") + " " + inventory.serves("lighthouse"));
        assertEquals(Optional.empty(), inventory.find("cvm", "ins-1\"]}"));
        assertEquals(List.of(), inventory.ofAccount("bob"));
        assertEquals(List.of(), requests);
    }

    @Test
    public void aServiceThatDoesNotAnswerSaysNothingAboutServers() {
        for (String bad : List.of("busy", "{}", "{\"Response\":{}}", "{\"Response\":{\"Error\":{\"Code\":\"AuthFailure\"}}}")) {
            answers.clear();
            answers.add(bad);
            assertThrows(bad, UncheckedIOException.class, () -> inventory.find("cvm", "ins-1"));
        }
    }

    @Test
    public void thePostpaidHaveNoMonthsAndTheAccountsServersAreListed() {
        answers.addAll(List.of(NONE, ONE.replace("PREPAID", "POSTPAID_BY_HOUR").replace("\"2026-07-31T10:00:00Z\"", "null")));
        ResourceFacts facts = inventory.ofAccount("alice").get(0);
        assertEquals(List.of(false, 0), List.of(facts.prepaid(), facts.monthsBought()));
        assertThrows(UnsupportedOperationException.class, () -> inventory.put(facts));
    }
}
