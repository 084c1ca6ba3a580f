package org.openbeian.channel.wecom;

import java.net.URI;
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
        return new Robot(http).send(new Target(URI.create("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k"), ""), message);
    }

    @Override
    protected int mostBytes() {
        return 2048;
    }

    @Override
    protected int[] refusals() {
        return new int[] {93000};
    }

    @Override
    protected int[] limits() {
        return new int[] {45009, 45033, 40008};
    }
}
