package org.openbeian.core.message;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.FooterSnippet;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Review;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Footer code. */
@Requirement({"T-46", "T-53", "T-55"})
public class FootersTest {

    private static final String LINK = "https://beian.miit.gov.cn/";

    private final FakeRules rules = new FakeRules();

    @Test
    public void theServiceNumberLinksToTheMinistry() {
        List<FooterSnippet> footers = Footers.of(approved("深圳示例科技有限公司"), rules.profile("440000"), LINK);
        assertEquals(List.of(new FooterSnippet("example.com", "粤ICP备2026000001号-1",
            "<a href=\"https://beian.miit.gov.cn/\" target=\"_blank\">粤ICP备2026000001号-1</a>", LINK)), footers);
    }

    @Test
    public void whereEitherNumberMayBeShownBothAreOffered() {
        rules.footer("either", false);
        assertEquals(List.of("粤ICP备2026000001号-1", "粤ICP备2026000001号"),
            Footers.of(approved("x"), rules.profile("440000"), LINK).stream().map(FooterSnippet::number).toList());
    }

    @Test
    @Requirement("T-47")
    public void whereACopyrightNoticeIsAskedForItIsThereAndEscaped() {
        rules.footer("service", true);
        assertEquals("版权所有 © A &amp; &lt;B&gt; &quot;C&#39; "
            + "<a href=\"https://beian.miit.gov.cn/\" target=\"_blank\">粤ICP备2026000001号-1</a>",
            Footers.of(approved("A & <B> \"C'"), rules.profile("440000"), LINK).get(0).html());
    }

    @Test
    public void withoutRulesTheServiceNumberIsRightEverywhereAndBeforeApprovalThereIsNone() {
        assertEquals(1, Footers.of(approved("x"), Optional.empty(), LINK).size());
        assertEquals(List.of(), Footers.of(approved("x").with((Grant) null), rules.profile("440000"), LINK));
    }

    static Order approved(String name) {
        Instant now = Instant.parse("2026-11-02T02:00:00Z");
        return new Order("0".repeat(26), 1, "alice", FilingType.FIRST, new Progress(OrderState.APPROVED, null, 1, now, null),
            Samples.application(Samples.organizer(name), Samples.site("example.com")), List.of(), List.of(), Review.NONE,
            new Handover(1, now, now.plusSeconds(86_400), null, "主体名称不规范", null),
            new Grant("粤ICP备2026000001号", List.of("粤ICP备2026000001号-1"), now), now, now);
    }
}
