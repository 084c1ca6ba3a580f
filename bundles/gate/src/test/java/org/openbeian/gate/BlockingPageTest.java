package org.openbeian.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.gate.Gate;
import org.openbeian.api.gate.GateAnswer;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.gate.GateState;
import org.openbeian.testkit.Requirement;

/** What visitors of a blocked host see. */
public class BlockingPageTest {

    private final FakeExchange exchange = new FakeExchange();
    private GateState state = GateState.NOTICE_EXPIRED;
    private final BlockingPage page = new BlockingPage((Gate) Proxy.newProxyInstance(Gate.class.getClassLoader(),
        new Class<?>[] {Gate.class}, (proxy, method, arguments) -> new GateAnswer((String) arguments[0], (String) arguments[0],
            state.open() ? GateDecision.ALLOW : GateDecision.BLOCK, state.reason(), state.text(), state.until())));

    @Test
    @Requirement("W-25")
    public void itSaysWhyAndWhatToDoInBothLanguages() throws Exception {
        String shown = show("GET", null, "shop.example.com");
        assertTrue(shown, shown.contains("shop.example.com") && shown.contains(GateState.NOTICE_EXPIRED.text().zh())
            && shown.contains("It did not file by the day it was told") && shown.contains("请登录备案系统办理备案")
            && shown.contains("log in to the filing system"));
        assertEquals(403, exchange.sent.get("setStatus"));
        state = GateState.FIRST_FILING;
        assertTrue(show("GET", "a.com", "proxy.local").contains("it opens by itself once the filing is granted"));
        state = GateState.FILED;
        assertTrue(show("GET", "a.com", "proxy.local").contains("This site is open"));
        assertEquals(200, exchange.sent.get("setStatus"));
    }

    @Test
    @Requirement({"W-25", "Q-25"})
    public void aChineseDomainIsShownAsPeopleReadIt() throws Exception {
        String shown = show("GET", "www.xn--fsqu00a.xn--55qx5d", "proxy.local");
        assertTrue(shown, shown.contains("<b>www.例子.公司</b>") && !shown.contains("xn--"));
    }

    @Test
    public void whoIsBlacklistedIsToldToAskTheAuthority() throws Exception {
        state = GateState.BLACKLISTED;
        String shown = show("GET", "a.com", "proxy.local");
        assertTrue(shown, shown.contains("请登录备案系统查看管局的处理意见") && shown.contains("once that is taken back")
            && !shown.contains("Check the address"));
    }

    @Test
    public void nothingOfTheRequestIsTakenAsMarkup() throws Exception {
        String shown = show("GET", "<script>alert(1)</script>", "proxy.local");
        assertFalse(shown, shown.contains("<script>"));
        show("POST", null, "proxy.local");
        assertEquals(405, exchange.sent.get("sendError"));
    }

    private String show(String method, String host, String server) throws Exception {
        page.service(exchange.request(Map.of("getMethod", method, "getServerName", server), host == null ? Map.of() : Map.of("host", host)),
            exchange.response());
        return exchange.body();
    }
}
