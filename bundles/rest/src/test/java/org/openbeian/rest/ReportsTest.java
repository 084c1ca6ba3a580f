package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.Reports;
import org.openbeian.core.json.ModelJson;
import org.openbeian.rest.TestServer.Reply;
import org.openbeian.testkit.Requirement;

/** Reports to authorities, sent over REST. */
@Requirement("T-39")
public class ReportsTest {

    private final List<List<Object>> sent = new ArrayList<>();
    private TestServer server;

    @Before
    public void start() throws Exception {
        server = new TestServer();
        server.services.put(Reports.class, (Reports) Proxy.newProxyInstance(Reports.class.getClassLoader(), new Class<?>[] {Reports.class},
            (proxy, method, arguments) -> {
                assertEquals("send", method.getName());
                sent.add(Arrays.asList(arguments).subList(1, arguments.length));
                return new Report(sent.size(), "440000", ReportKind.MATERIAL, (String) arguments[3], Report.State.QUEUED, Map.of(),
                    List.of(), "wang", Instant.EPOCH, Instant.EPOCH, 0);
            }));
    }

    @After
    public void stop() {
        server.close();
    }

    private Reply post(String body) {
        return server.json("wang", "POST", "/reports", body);
    }

    private String pointers(String body) {
        Reply refused = post(body);
        assertEquals(refused.text(), 422, refused.status());
        List<String> pointers = new ArrayList<>();
        refused.json().get("findings").forEach(one -> pointers.add(one.get("ruleId").asText() + " " + one.get("pointer").asText()));
        return String.join(", ", pointers);
    }

    @Test
    public void everyKindIsSentWithFieldsOfEverySort() {
        for (ReportKind kind : ReportKind.values()) {
            Reply made = post("{\"authority\":\"440000\",\"kind\":\"" + kind + "\",\"content\":{\"Ym\":\"wild.cn\",\"Yys\":1,\"Jrs\":"
                + "440000000001,\"Wz\":{\"Ip_xx\":[{\"Qsip\":\"192.0.2.1\"}]},\"Fwnr_id\":[8,9],\"Bz\":\"\",\"Xianid\":null}}");
            assertEquals(made.text(), 201, made.status());
            List<Object> last = sent.get(sent.size() - 1);
            assertEquals(Arrays.asList("440000", kind, null), last.subList(0, 3));
            Map<?, ?> content = (Map<?, ?>) last.get(3);
            assertEquals(List.of("wild.cn", 1, 440000000001L, Map.of("Ip_xx", List.of(Map.of("Qsip", "192.0.2.1"))), List.of(8, 9), ""),
                List.of(content.get("Ym"), content.get("Yys"), content.get("Jrs"), content.get("Wz"), content.get("Fwnr_id"),
                    content.get("Bz")));
        }
        assertEquals(ReportKind.values().length, sent.size());
    }

    @Test
    public void anAnswerNamesItsCaseAsTheInterfaceDescribesIt() {
        Reply made = post("{\"case\":\"c-1\",\"content\":{\"Cljg\":1}}");
        assertEquals(made.text(), 201, made.status());
        assertEquals("c-1", made.json().get("caseId").asText());
        assertEquals(201, post("{\"case\":\"c-2\"}").status());
        assertEquals(List.of(Arrays.asList(null, null, "c-1", Map.of("Cljg", 1)), Arrays.asList(null, null, "c-2", null)), sent);
        assertEquals("unknown-field /caseId", pointers("{\"caseId\":\"c-1\",\"content\":{}}"));
        assertEquals(404, post("{\"case\":\"../c\"}").status());
    }

    @Test
    public void aPictureInBase64MayBeLongAndCanBeReadAgain() throws Exception {
        String picture = "A".repeat(ShapeCheck.MAX_FILE);
        Reply made = post("{\"authority\":\"440000\",\"kind\":\"MATERIAL\",\"content\":{\"Fjnr\":\"" + picture + "\"}}");
        assertEquals(made.text(), 201, made.status());
        Map<?, ?> content = (Map<?, ?>) sent.get(0).get(3);
        assertEquals(picture, content.get("Fjnr"));
        assertEquals(content, ModelJson.mapper().readValue(ModelJson.mapper().writeValueAsString(content), Map.class));
        assertEquals("too-long /content/Fj/0/Fjnr", pointers("{\"content\":{\"Fj\":[{\"Fjnr\":\"A" + picture + "\"}]}}"));
        assertEquals("other bodies stay small", 413, server.json("wang", "POST", "/reports/1/skip", "{\"reason\":\"" + picture + "\"}")
            .status());
        String twelve = "\"" + picture + "\",";
        assertEquals(413, post("{\"content\":{\"Spwj\":[" + twelve.repeat(13) + "1]}}").status());
    }

    @Test
    public void aWrongShapeIsToldWithItsPlace() {
        assertEquals("unknown-value /kind", pointers("{\"authority\":\"440000\",\"kind\":\"FILING\",\"content\":{}}"));
        assertEquals("wrong-type /authority, wrong-type /content", pointers("{\"authority\":440000,\"content\":[1]}"));
        assertEquals("wrong-type ", pointers("[]"));
        assertEquals("bad-text /content/Clyj, bad-text /content/Wz/0/Bz",
            pointers("{\"content\":{\"Clyj\":\"a\\u0000\",\"Wz\":[{\"Bz\":\"\\ud800\"}]}}"));
        assertTrue(pointers("{\"content\":{\"" + "n".repeat(990) + "\":\"\\u0001\"}}").startsWith("bad-text /content/nnn"));
        assertEquals(400, post("{\"content\":{\"a\":1,\"a\":2}}").status());
        assertEquals(403, server.json("anna", "POST", "/reports", "{\"case\":\"c-1\",\"content\":{}}").status());
        assertEquals(List.of(), sent);
    }
}
