package org.openbeian.channel.dingtalk;

import static org.junit.Assert.assertEquals;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.Endpoints.Target;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.contract.kit.RobotContract;
import org.openbeian.testkit.Requirement;

@Requirement("A-108")
public class RobotTest extends RobotContract {

    private static final Clock AT = Clock.fixed(Instant.ofEpochMilli(1_577_262_236_757L), ZoneOffset.UTC);

    private String secret = "SECthis-is-a-secret";

    @Override
    protected DeliveryResult send(OutgoingHttp http, OutgoingMessage message) {
        return new Robot(http, Duration.ofSeconds(10), AT).send(new Target(
            URI.create("https://oapi.dingtalk.com/robot/send?access_token=t"), secret), message);
    }

    @Override
    protected int mostBytes() {
        return 20_000;
    }

    @Override
    protected int[] gone() {
        return new int[] {300001, 300005, 310000, 400013, 400101, 400102, 400106};
    }

    @Override
    protected int[] refusals() {
        return new int[] {40035, 43004, 400105, 430101, 430102, 430103, 430104, 460101};
    }

    @Override
    protected int[] limits() {
        return new int[] {130101, 410100, 90030, -1};
    }

    @Test
    public void whatTheSecuritySettingDoesNotLetPassIsJudgedByItsReason() {
        for (String about : new String[] {"keywords not in content", "description:关键词不匹配;solution:请联系群管理员"}) {
            assertEquals(about, Status.REFUSED, guarded(about));
        }
        for (String about : new String[] {"invalid timestamp", "description:机器人发送签名过期;solution:签名生成时间和发送时间请保持在timestampms以内"}) {
            assertEquals(about, Status.BUSY, guarded(about));
        }
        for (String about : new String[] {"sign not match", "ip 192.0.2.1 not in whitelist", "description:机器人发送签名不匹配"}) {
            assertEquals(about, Status.GONE, guarded(about));
        }
    }

    private Status guarded(String why) {
        server.answer(200, "{\"errcode\":310000,\"errmsg\":\"" + why + "\"}");
        return send("甲", null).status();
    }

    /** What openssl makes of the documented rule: HMAC-SHA-256 over time, line break and secret with the secret, Base64, URL. */
    @Test
    public void theTimeIsSignedWithTheRobotsSecret() {
        send("甲", null);
        assertEquals("/robot/send?access_token=t&timestamp=1577262236757&sign=HhRJDmWATK%2BjoJrVQG9qdv%2FzOrIkZiG0qtqUwjMEJ1k%3D",
            server.last().path());
        secret = "0123456789abcdef0123456789abcdef";
        send("甲", null);
        assertEquals("a robot without that setting", "/robot/send?access_token=t", server.last().path());
    }
}
