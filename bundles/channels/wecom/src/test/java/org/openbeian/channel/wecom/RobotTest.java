package org.openbeian.channel.wecom;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.Endpoints.Target;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.OutgoingMessage.Extras;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.contract.kit.LoopbackHttp;
import org.openbeian.contract.kit.LoopbackServer;
import org.openbeian.testkit.Requirement;

@Requirement("A-108")
public class RobotTest {

    private final LoopbackServer server = new LoopbackServer(call -> new LoopbackServer.Reply(200, "{\"errcode\":0,\"errmsg\":\"ok\"}"));
    private final Robot robot = new Robot(new LoopbackHttp(server.port()));
    private final Target target = new Target(URI.create("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k"), "");

    @After
    public void stop() {
        server.close();
    }

    @Test
    public void aMessageIsOneTextInTheChosenLanguageThatEndsTheSameOnEveryRepeat() {
        assertEquals(Status.ACCEPTED, robot.send(target, message("<b>\"甲\"</b>", null)).status());
        String first = server.last().text();
        assertTrue(first, first.contains("\"msgtype\":\"text\"") && first.contains("标题") && first.contains("#"));
        robot.send(target, message("<b>\"甲\"</b>", null));
        assertEquals(first, server.last().text());
        robot.send(target, message("甲", "en"));
        assertTrue(server.last().text(), server.last().text().contains("subject\\ntext"));
    }

    @Test
    public void aLongTextIsCutToWhatTheRobotTakes() {
        robot.send(target, message("备".repeat(10_000), null));
        int length = server.last().text().getBytes(StandardCharsets.UTF_8).length;
        assertTrue("with what stands around it: " + length, length > 2048 - 10 && length < 2048 + 100);
    }

    @Test
    public void eachClassOfAnswersIsJudged() {
        assertEquals(Status.REFUSED, answered(200, "{\"errcode\":93000,\"errmsg\":\"x\"}").status());
        assertEquals(DeliveryResult.retryLater("errcode 45009"), answered(200, "{\"errcode\":45009,\"errmsg\":\"x\"}"));
        assertEquals(DeliveryResult.retryLater("HTTP 502"), answered(502, "bad gateway"));
        assertEquals(Status.RETRY_LATER, answered(302, "").status());
        for (String lie : new String[] {"", "<html>", "[]", "{}", "{\"errcode\":\"x\"}", "{\"errcode\":{}}"}) {
            assertEquals(lie, Status.RETRY_LATER, answered(200, lie).status());
        }
        assertEquals(Status.RETRY_LATER, answered(0, "").status());
        server.close();
        assertEquals(Status.RETRY_LATER, robot.send(target, message("甲", null)).status());
        assertEquals(Status.REFUSED, new Robot(request -> {
            throw new OutgoingFailure(OutgoingFailure.Why.REFUSED, "not called", null);
        }).send(target, message("甲", null)).status());
    }

    private DeliveryResult answered(int status, String body) {
        server.answer(status, body);
        return robot.send(target, message("甲", null));
    }

    private static OutgoingMessage message(String text, String language) {
        return new OutgoingMessage("key-1", "received", "order-1", "alice", "e1", new LocalizedText("标题", "subject"),
            new LocalizedText(text, "text"), Instant.EPOCH, new Extras(language, Map.of(), null, null));
    }
}
