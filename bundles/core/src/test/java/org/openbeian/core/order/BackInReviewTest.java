package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.testkit.Requirement;

/** Who is told of orders that come back from the authority. */
@Requirement({"T-39", "T-42"})
public class BackInReviewTest {

    private final Desk desk = new Desk();

    private List<Effect> told() {
        return desk.effects.all().stream().filter(effect -> effect.lane().equals("channel:inbox")
            && effect.data().get("message").equals("back-in-review")).toList();
    }

    private String accounts() {
        return told().stream().map(effect -> effect.data().get("account")).sorted().collect(Collectors.joining(" "));
    }

    @Test
    public void whatTheSpecialistMendsIsToldToWhoPassedIt() {
        Order order = desk.uploaded();
        desk.authority.dataRejected(1, List.of("1051 变更频繁：王小明"));
        assertEquals(OrderState.PRE_REVIEW, desk.state(order));
        assertEquals("sam", accounts());
        assertEquals("- authority-data-1051 → Too many changes: send again later", told().get(0).data().get("v.reasons.en"));
        assertFalse("what the authority writes may name persons", told().toString().contains("王小明"));
        assertTrue(told().get(0).data().toString(), told().get(0).data().get("v.domain").equals("example.com"));
    }

    @Test
    public void whatOperatorsMendIsToldToThemToo() {
        desk.uploaded();
        desk.authority.dataRejected(1, List.of("1051 变更频繁", "1045 接入商未登记"));
        assertEquals("olga otto sam", accounts());
    }

    @Test
    public void aCodeThatNobodyKnowsAndARefusedUploadAreTheOperators() {
        Order order = desk.passed();
        desk.authority.uploadRefused(order.id(), 1, 21, "文件太大");
        assertEquals("olga otto sam", accounts());
        assertTrue(AuthorityCodes.isOperators(AuthorityCodes.reason("1777 新代码")));
    }

    @Test
    public void wrongCodesOfTheSmsAreTheSpecialistsAndWhatTheApplicantMendsIsNobodysElse() {
        desk.uploaded();
        desk.authority.dataRejected(1, List.of("1008 证件无效"));
        assertEquals("", accounts());
        List<String> messages = desk.effects.messages("inbox");
        assertEquals("who passed the pre-review is not told that he did not", "authority-returned", messages.get(messages.size() - 1));
        Desk other = new Desk();
        other.uploaded();
        other.authority.reviewed(1, false, "短信核验信息填写错误超过5次，退回接入服务提供者");
        assertEquals(List.of("sam"), other.effects.all().stream().filter(effect -> effect.lane().equals("channel:inbox")
            && effect.data().get("message").equals("back-in-review")).map(effect -> effect.data().get("account")).toList());
    }
}
