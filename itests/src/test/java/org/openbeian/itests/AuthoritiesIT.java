package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/**
 * Orders at all 31 authorities, of whose answers some are lost, late, wrong, refused or out of order. All reach their numbers, and each
 * is accepted exactly once.
 */
public class AuthoritiesIT {

    private static final int ORDERS = Integer.getInteger("authorities.orders", 31);
    private static final long SEED = Long.getLong("authorities.seed", System.nanoTime());
    /** No county has this code, so that nobody has such an identity number. */
    private static final String NOWHERE = "0199";
    private static final String RATE = "0.05";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** The virtual clock stops at whatever is due of any order. */
    private static final Duration PATIENCE_OF_ALL = PATIENCE.plusSeconds(ORDERS);

    private static final List<Place> PLACES = Stream.of(
        "11 北京市 北京市", "12 天津市 天津市", "13 河北省 石家庄市", "14 山西省 太原市",
        "15 内蒙古自治区 呼和浩特市", "21 辽宁省 沈阳市", "22 吉林省 长春市", "23 黑龙江省 哈尔滨市",
        "31 上海市 上海市", "32 江苏省 南京市", "33 浙江省 杭州市", "34 安徽省 合肥市",
        "35 福建省 福州市", "36 江西省 南昌市", "37 山东省 济南市", "41 河南省 郑州市",
        "42 湖北省 武汉市", "43 湖南省 长沙市", "44 广东省 广州市", "45 广西壮族自治区 南宁市",
        "46 海南省 海口市", "50 重庆市 重庆市", "51 四川省 成都市", "52 贵州省 贵阳市",
        "53 云南省 昆明市", "54 西藏自治区 拉萨市", "61 陕西省 西安市", "62 甘肃省 兰州市",
        "63 青海省 西宁市", "64 宁夏回族自治区 银川市", "65 新疆维吾尔自治区 乌鲁木齐市").map(AuthoritiesIT::place).toList();

    private static Place place(String line) {
        String[] words = line.split(" ");
        return new Place(words[0] + "0000", words[0] + "0100", words[0] + NOWHERE, words[2], (words[1].equals(words[2]) ? words[1]
                : words[1] + words[2]) + "东城区人民路1号101室");
    }

    private static SampleFiling data(int serial) {
        return new SampleFiling(PLACES.get(serial % PLACES.size()), 2_000_000 + serial, 1985);
    }

    /** What some provinces ask beyond the sample: the superior unit in Fujian and Ningxia, a remark in Neimenggu. */
    private static ObjectNode asked(SampleFiling data) {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.putObject("organizer").put("superiorUnit", "示例投资有限公司");
        more.putArray("services").add(data.website(data.principal()).put("remark", "本网站仅作展示，不涉及在线交易、电子金融、电子商务"));
        return more;
    }

    @Test
    @Requirement({"T-39", "T-44", "A-103"})
    public void whatAuthoritiesGetWrongIsMendedAndNothingIsAcceptedTwice() throws Exception {
        System.out.println("AuthoritiesIT: " + ORDERS + " orders, -Dauthorities.seed=" + SEED);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try (ServerProcess server = TestServer.prepare("authorities").withFeature("openbeian-provinces")
                .withSimulator(PLACES.stream().map(Place::province).toList())) {
            TestServer.boot(server);
            List<ResilientFiling> filings = new ArrayList<>();
            for (int serial = 0; serial < ORDERS; serial++) {
                new FilingSteps(server.as("applicant"), server.as("specialist"), data(serial))
                        .importResource(server.as("operator"), "applicant", LocalDate.now());
                filings.add(new ResilientFiling(server.as("applicant"), server.as("specialist"), data(serial), asked(data(serial))));
            }
            TestServer.shell(server, "beian:simulator-fault-inject --rate " + RATE + " --seed " + SEED);
            List<Future<?>> work = new ArrayList<>();
            filings.forEach(filing -> work.add(clients.submit(filing::fileUntilPassed)));
            for (Future<?> filing : work) {
                filing.get();
            }
            assertAllGrantedOnce(server, filings);
        } finally {
            clients.shutdownNow();
        }
    }

    /**
     * The account at Guangdong takes the orders of Gansu, for which it is registered there, and those of Hunan, for which it is not:
     * what it sends of those is refused (1045) and goes back to the specialists, until the table names an account that may.
     */
    @Test
    @Requirement({"T-39", "T-44", "A-106"})
    public void ordersReachTheirNumberThroughTheAccountOfAnotherProvince() throws Exception {
        String routes = "org.openbeian.core.routes.cfg";
        try (ServerProcess server = TestServer.prepare("routed").withFeature("openbeian-provinces")
                .withSimulator(List.of("440000", "430000"))
                .set(routes, "routes", "[ \"620000=440000\", \"430000=440000\" ]")
                .set("org.openbeian.authority.simulator.cfg", "registered", "440000=620000")) {
            Files.deleteIfExists(server.home().resolve("etc/org.openbeian.regulator.gateway.authority-620000.cfg"));
            TestServer.boot(server);
            FilingSteps gansu = filed(server, 3 * PLACES.size() + 27);
            TestServer.await("the number", PATIENCE, () -> state(gansu).equals("APPROVED"));
            String number = gansu.order().at("/grant/organizerNumber").asText();
            assertTrue(number, number.startsWith("陇"));
            assertEquals("440000", gansu.order().at("/handover/authorityId").asText());
            FilingSteps hunan = filed(server, 3 * PLACES.size() + 17);
            TestServer.await("the refusal", PATIENCE, () -> state(hunan).equals("PRE_REVIEW")
                    && hunan.order().at("/review/reasons").toString().contains("1045"));
            server.set(routes, "routes", "620000=440000");
            // The table is read a moment later; until then the order comes back as before.
            TestServer.await("the number by its own authority", PATIENCE, () -> {
                if (state(hunan).equals("PRE_REVIEW")) {
                    passAgain(server.as("specialist"), hunan.path());
                }
                return state(hunan).equals("APPROVED");
            });
            assertTrue(hunan.order().at("/grant/organizerNumber").asText().startsWith("湘"));
        }
    }

    /** An order that specialists passed. */
    private static FilingSteps filed(ServerProcess server, int serial) {
        FilingSteps steps = new FilingSteps(server.as("applicant"), server.as("specialist"), data(serial));
        steps.importResource(server.as("operator"), "applicant", LocalDate.now());
        steps.startDraft();
        steps.fillIn();
        steps.patch(asked(data(serial)));
        steps.uploadWhatIsMissing();
        steps.submit().expectSuccess();
        steps.passPreReview();
        return steps;
    }

    private static void passAgain(RestClient specialist, String path) {
        ObjectNode call = JsonNodeFactory.instance.objectNode().put("answered", true).put("knowsOfFiling", true).put("lastSixMatch", true)
                .put("dataConfirmed", true);
        specialist.send("POST", path + "/claim", JsonNodeFactory.instance.objectNode(), "If-Match", "*").expectSuccess();
        specialist.send("POST", path + "/calls", call, "If-Match", "*").expectSuccess();
        specialist.send("POST", path + "/pass", JsonNodeFactory.instance.objectNode(), "If-Match", "*").expectSuccess();
    }

    private static String state(FilingSteps steps) {
        return steps.order().at("/progress/state").asText();
    }

    private static void assertAllGrantedOnce(ServerProcess server, List<ResilientFiling> filings) throws Exception {
        Map<String, Integer> grants = new TreeMap<>();
        for (ResilientFiling filing : filings) {
            TestServer.await("the grant of " + filing.path(), PATIENCE_OF_ALL,
                    () -> filing.order().at("/progress/state").asText().equals("APPROVED"));
            grants.merge(filing.order().at("/grant/serviceNumbers/0").asText().substring(0, 1), 1, Integer::sum);
        }
        assertEquals("authorities that granted: " + grants, Math.min(ORDERS, PLACES.size()), grants.size());
        RestClient operator = server.as("operator");
        for (JsonNode failure : operator.send("GET", "/api/v1/effects?failed=true").expectSuccess().json()) {
            assertFalse("an effect gave up: " + failure, failure.get("gaveUp").asBoolean());
        }
        JsonNode acceptances = TestServer.shellJson(server, "beian:simulator-acceptance-list");
        assertEquals(ORDERS, acceptances.size());
        for (JsonNode acceptance : acceptances) {
            assertEquals("taken more than once: " + acceptance, 1, acceptance.get("times").asInt());
        }
        JsonNode shown = TestServer.shellJson(server, "beian:simulator-status").get("shownFaults");
        System.out.println("AuthoritiesIT: " + shown);
        assertTrue("kinds of faults that were shown: " + shown, shown.size() > 3);
    }
}
