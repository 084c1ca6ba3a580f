package org.openbeian.channel.wecom;

import java.net.URI;
import java.time.Duration;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Endpoints.Target;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.contract.kit.RobotContract;
import org.openbeian.testkit.Requirement;

@Requirement("A-108")
public class RobotTest extends RobotContract {

    @Override
    protected DeliveryResult send(OutgoingHttp http, OutgoingMessage message) {
        return new Robot(http, Duration.ofSeconds(10)).send(new Target(
            URI.create("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k"), ""), message);
    }

    @Override
    protected int mostBytes() {
        return 2048;
    }

    @Override
    protected int[] gone() {
        return new int[] {93000, 93004, 93008};
    }

    @Override
    protected int[] refusals() {
        return new int[] {40008, 40033, 40035, 40058, 40063, 44001, 44002, 44004, 45001, 45002, 45003, 45004, 45005, 45008, 47001};
    }

    @Override
    protected int[] limits() {
        return new int[] {45009, 45033, -1};
    }
}
