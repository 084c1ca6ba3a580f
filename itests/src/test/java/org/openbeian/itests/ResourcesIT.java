package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** Resources, authorization codes, eligibility and the gate on the running distribution. */
public class ResourcesIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PASSWORD = "correct horse 9";
    private static final String RUN = Long.toString(System.nanoTime(), 36);
    private static final int SERIAL = 640_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ServerProcess server;
    private static RestClient operator;
    private static RestClient owner;
    private static RestClient filer;
    private static RestClient cdn;

    @BeforeClass
    public static void findServer() throws Exception {
        server = TestServer.shared();
        operator = server.as("operator");
        owner = account("owner", "APPLICANT");
        filer = account("filer", "APPLICANT");
        cdn = account("cdn", "INTEGRATOR");
    }

    private static RestClient account(String name, String role) {
        ObjectNode body = NODES.objectNode().put("name", name + "-" + RUN).put("password", PASSWORD);
        body.putArray("roles").add(role);
        server.as("admin").send("POST", "/api/v1/accounts", body).expectSuccess();
        return new RestClient(HTTP, server.base(), name + "-" + RUN, PASSWORD);
    }

    @Test
    @Requirement({"A-09", "A-18", "A-110", "Q-29"})
    public void aCodeCarriesTheFilingOfAnotherAccount() {
        List<String> kinds = new ArrayList<>();
        filer.send("GET", "/api/v1/resource-types").expectSuccess().json().forEach(type -> kinds.add(type.get("kind").asText()));
        assertEquals(List.of("auth-code", "clb", "cvm", "lighthouse", "serverless"), kinds);
        SampleFiling data = new SampleFiling(Place.GUANGDONG, SERIAL);
        FilingSteps steps = new FilingSteps(filer, server.as("specialist"), data);
        steps.importResource(operator, "owner-" + RUN, LocalDate.now());
        ObjectNode machine = NODES.objectNode().put("kind", "cvm").put("id", data.resourceId());
        assertEquals("not his server", 404, filer.send("POST", "/api/v1/codes", machine).status());
        assertEquals("five at most", 409, owner.send("POST", "/api/v1/codes", machine.deepCopy().put("count", 6)).status());
        String code = owner.send("POST", "/api/v1/codes", machine.put("account", "filer-" + RUN)).expectSuccess().json()
                .at("/0/code").asText();
        char last = code.charAt(code.length() - 1);
        assertEquals("one sign altered", 422, owner.send("GET", "/api/v1/codes/" + code.substring(0, code.length() - 1)
                + (last == '2' ? '3' : '2')).status());
        steps.startDraft();
        steps.fillIn();
        steps.uploadMaterials();
        assertTrue("his server is not the filer's", steps.submit().text().contains("resource-of-other-account"));
        ObjectNode site = data.website(data.principal());
        site.putArray("accesses").addObject().put("resourceKind", "auth-code").put("resourceId", code);
        ObjectNode patch = NODES.objectNode();
        patch.putArray("services").add(site);
        steps.patch(patch);
        steps = resubmit(steps, filer);
        assertEquals("IN_USE", state(code));
        filer.send("POST", steps.path() + "/withdrawal", NODES.objectNode().put("reason", "no longer needed"), "If-Match", "*")
                .expectSuccess();
        assertEquals("free again", "UNUSED", state(code));
        owner.send("DELETE", "/api/v1/codes/" + code + "?reason=over").expectSuccess();
        assertEquals("INVALID", state(code));
    }

    /** Hands in under a key of its own, since the refused attempt is remembered under the steps' key. */
    private static FilingSteps resubmit(FilingSteps steps, RestClient who) {
        ObjectNode body = NODES.objectNode();
        for (JsonNode text : who.send("GET", "/api/v1/consents").expectSuccess().json()) {
            body.withArray("consents").addObject().put("text", text.get("id").asText()).put("version", text.get("version").asText());
        }
        who.send("POST", steps.path() + "/submission", body, "If-Match", "*").expectSuccess();
        return steps;
    }

    private static String state(String code) {
        return owner.send("GET", "/api/v1/codes/" + code).expectSuccess().json().get("state").asText();
    }

    @Test
    @Requirement({"E-50", "Q-22"})
    public void whatHasToBeFiledIsAnsweredWithItsRules() throws Exception {
        JsonNode answer = filer.send("POST", "/api/v1/eligibility", NODES.objectNode().put("host", "m.例子.公司")
                .put("region", "ap-guangzhou").put("filed", "ELSEWHERE")).expectSuccess().json();
        assertEquals("REQUIRED ACCESS 例子.公司", answer.get("access").asText() + " " + answer.at("/types/0").asText() + " "
                + answer.get("unit").asText());
        assertEquals("m.xn--fsqu00a.xn--55qx5d", answer.get("remark").asText());
        assertTrue(answer.toString(), answer.get("statements").toString().contains("Q-22"));
        assertEquals("BLOCK UNKNOWN", answer.at("/meanwhile/here").asText() + " " + answer.at("/meanwhile/atOriginal").asText());
        String said = TestServer.shell(server, "beian:eligibility moving.com --region ap-guangzhou --filed elsewhere --original-valid yes");
        assertTrue(said, said.contains("here BLOCK, at the original provider ALLOW"));
        Reply wrong = filer.send("POST", "/api/v1/eligibility", NODES.objectNode().put("host", "com.cn").put("ip", "1.2"));
        assertEquals("host-is-suffix ip-malformed", wrong.json().at("/findings/0/ruleId").asText() + " "
                + wrong.json().at("/findings/1/ruleId").asText());
        assertEquals(422, wrong.status());
    }

    @Test
    @Requirement({"W-18", "A-04"})
    public void theGateAnswersThoseWhoMayAsk() {
        assertEquals(403, filer.send("GET", "/api/v1/gate?host=example.com").status());
        assertEquals(401, new RestClient(HTTP, server.base(), "cdn-" + RUN, "wrong").send("GET", "/api/v1/gate?host=example.com").status());
        JsonNode one = cdn.send("GET", "/api/v1/gate?host=www.nobody-files-this.com&signed=true").expectSuccess().json();
        assertEquals("BLOCK nobody-files-this.com", one.get("decision").asText() + " " + one.get("unit").asText());
        assertEquals("three parts", 3, one.get("verdict").asText().split("\\.").length);
        assertEquals("EdDSA", cdn.send("GET", "/api/v1/gate/keys").expectSuccess().json().at("/keys/0/alg").asText());
        ObjectNode hosts = NODES.objectNode();
        hosts.putArray("hosts").add("1.2.3.4").add("COM.CN").add("").add("a_b.example.com").add("x.example.com:443").add(7);
        List<String> decisions = new ArrayList<>();
        cdn.send("POST", "/api/v1/gate", hosts).expectSuccess().json().forEach(answer -> decisions.add(answer.get("reason").asText()));
        assertEquals(List.of("address", "public-suffix", "empty", "malformed", "not-accessed-here", "address"), decisions);
        assertEquals("[false,false,false,false,false,false]", cdn.send("POST", "/api/v1/gate?brief=true", hosts).expectSuccess().json()
                .toString());
        assertEquals(400, cdn.send("GET", "/api/v1/gate").status());
        assertEquals(422, cdn.send("POST", "/api/v1/gate", NODES.objectNode()).status());
        assertEquals(404, cdn.send("GET", "/api/v1/gate/nothing").status());
        JsonNode changes = cdn.send("GET", "/api/v1/gate/changes").expectSuccess().json();
        assertTrue(changes.toString(), changes.get("position").asLong() >= 0);
        assertNotEquals(500, cdn.send("GET", "/api/v1/gate/changes?after=99999").status());
    }

    @Test
    @Requirement({"T-04", "T-18", "A-07"})
    public void inventoriesAndDomainsAreImported() throws Exception {
        String csv = "kind,id,account,region,mainland,prepaid,monthsBought,ips\ncvm,imp-" + RUN + ",owner-" + RUN + ",pek2,true,true,12,"
                + "119.29.77.77\ncvm,bad,owner,pek2,maybe,true,12,10.0.0.1\n";
        JsonNode first = imported("res-" + RUN + "?kind=resources", "text/csv", csv);
        assertEquals("2 1 1", first.get("lines") + " " + first.get("stored") + " " + first.get("bad"));
        assertEquals("mainland: expected true or false; ips/0: not a public address",
                operator.send("GET", "/api/v1/imports/res-" + RUN + "/bad-lines").expectSuccess().json().at("/0/reasons/en").asText());
        assertEquals("the same again changes nothing", first, imported("res-" + RUN + "?kind=resources", "text/csv", csv));
        assertEquals("119.29.77.77", owner.send("GET", "/api/v1/resources/cvm/imp-" + RUN).expectSuccess().json().at("/ips/0").asText());
        imported("dom-" + RUN + "?kind=domains", "application/x-ndjson", "{\"domain\":\"imp-" + RUN + ".com\",\"account\":\"owner-" + RUN
                + "\",\"holderName\":\"王小明\",\"holderCertificateNumber\":\"110101199003070134\",\"boughtOn\":\"2026-11-01\"}");
        JsonNode domain = owner.send("GET", "/api/v1/domains/imp-" + RUN + ".com").expectSuccess().json();
        assertEquals("2026-11-04 王** 11**************34", domain.get("dataExpectedOn").asText() + " " + domain.get("holderName").asText()
                + " " + domain.get("holderCertificateNumber").asText());
        assertEquals(404, filer.send("GET", "/api/v1/domains/imp-" + RUN + ".com").status());
        assertEquals(200, owner.send("GET", "/api/v1/resource-obligations").status());
        assertTrue(TestServer.shell(server, "beian:inventory-import-show res-" + RUN).contains("1 bad"));
        assertEquals(404, owner.send("PUT", "/api/v1/addresses/119.29.77.78/number", NODES.objectNode().put("number",
                "京ICP备12345678号-1")).status());
        assertEquals("number-not-on-register", owner.send("PUT", "/api/v1/addresses/119.29.77.77/number", NODES.objectNode()
                .put("number", "京ICP备99999999号-1")).json().get("code").asText());
        assertEquals("BLOCK", cdn.send("GET", "/api/v1/addresses/119.29.77.77/ports/80").expectSuccess().json().get("decision").asText());
        assertEquals("ALLOW", cdn.send("GET", "/api/v1/addresses/119.29.77.77/ports/443").expectSuccess().json().get("decision").asText());
        JsonNode released = operator.send("PUT", "/api/v1/addresses/119.29.77.77/suspension", NODES.objectNode()).expectSuccess().json();
        assertEquals("without a number it goes at once", released.get("suspendedAt"), released.get("releaseAt"));
    }

    @Test
    @Requirement({"W-25", "Q-06"})
    public void aBlockedDomainShowsTheBlockingPage() throws Exception {
        String domain = "blocked-" + RUN + ".com";
        operator.send("PUT", "/api/v1/blockings/www." + domain + "/isolation", NODES.objectNode().put("account", "owner-" + RUN)
                .put("reason", "inspection")).expectSuccess();
        TestServer.await("the gate to follow", PATIENCE, () -> cdn.send("GET", "/api/v1/gate?host=" + domain).json().get("reason")
                .asText().equals("isolated"));
        assertEquals("filing", cdn.send("GET", "/api/v1/gate?host=" + domain).json().get("until").asText());
        HttpResponse<String> page = HTTP.send(HttpRequest.newBuilder(server.base().resolve("/blocked?host=shop." + domain)).build(),
                BodyHandlers.ofString());
        assertEquals(403, page.statusCode());
        assertTrue(page.body(), page.body().contains(domain) && page.body().contains("网站暂时无法访问")
                && page.body().contains("log in to the filing system"));
        assertEquals(403, owner.send("DELETE", "/api/v1/blockings/" + domain + "?reason=x").status());
        operator.send("DELETE", "/api/v1/blockings/" + domain + "?reason=mistake").expectSuccess();
        TestServer.await("the gate to follow", PATIENCE, () -> cdn.send("GET", "/api/v1/gate?host=" + domain).json().get("reason")
                .asText().equals("not-accessed-here"));
        assertEquals("deadline-over", operator.send("POST", "/api/v1/blockings", NODES.objectNode().put("domain", domain)
                .put("deadline", "2020-01-01T00:00:00Z").put("reason", "r")).json().get("code").asText());
    }

    private static JsonNode imported(String path, String type, String content) {
        return cdn.send("PUT", "/api/v1/imports/" + path, type, content.getBytes(StandardCharsets.UTF_8)).expectSuccess().json();
    }
}
