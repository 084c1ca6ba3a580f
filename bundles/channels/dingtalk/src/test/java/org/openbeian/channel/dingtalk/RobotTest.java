package org.openbeian.channel.dingtalk;

import static org.junit.Assert.assertEquals;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
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
        return new Robot(http, AT).send(new Target(URI.create("https://oapi.dingtalk.com/robot/send?access_token=t"), secret), message);
    }

    @Override
    protected int mostBytes() {
        return 20_000;
    }

    @Override
    protected int[] refusals() {
        return new int[] {300001, 300005, 310000, 400013, 400101, 400102};
    }

    @Override
    protected int[] limits() {
        return new int[] {130101, 410100};
    }

    @Test
    public void theTimeIsSignedWithTheRobotsSecret() {
        send("甲", null);
        assertEquals("/robot/send?access_token=t&timestamp=1577262236757&sign="
            + URLEncoder.encode(Robot.sign("SECthis-is-a-secret", 1_577_262_236_757L), StandardCharsets.UTF_8), server.last().path());
        secret = "0123456789abcdef0123456789abcdef";
        send("甲", null);
        assertEquals("a robot without that setting", "/robot/send?access_token=t", server.last().path());
    }
}
