package ${package};

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.model.LocalizedText;

/** The route, in a Camel of its own. */
public class ChannelRoutesTest {

    private static final OutgoingMessage MESSAGE = new OutgoingMessage("order-1-3-${channel}", "pre-review-passed", "order-1",
        "zhang", "zhang", new LocalizedText("初审通过", "Passed"), new LocalizedText("正文", "Text"), Instant.EPOCH);

    @Test
    public void aMessageIsAcceptedWithItsKey() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new ChannelRoutes());
            context.start();
            Object result = context.createProducerTemplate().requestBody("direct:channel.${channel}", MESSAGE);
            assertEquals(DeliveryResult.accepted(MESSAGE.key()), result);
        }
    }
}
