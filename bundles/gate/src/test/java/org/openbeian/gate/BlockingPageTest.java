package org.openbeian.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Test;
import org.openbeian.api.gate.Gate;
import org.openbeian.api.gate.GateAnswer;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.gate.GateState;
import org.openbeian.testkit.Requirement;

/** What visitors of a blocked host see. */
public class BlockingPageTest {

    private final Map<String, Object> sent = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
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
        assertEquals(403, sent.get("setStatus"));
        state = GateState.FIRST_FILING;
        assertTrue(show("GET", "a.com", "proxy.local").contains("it opens by itself once the filing is granted"));
        state = GateState.FILED;
        assertTrue(show("GET", "a.com", "proxy.local").contains("This site is open"));
        assertEquals(200, sent.get("setStatus"));
    }

    @Test
    public void nothingOfTheRequestIsTakenAsMarkup() throws Exception {
        String shown = show("GET", "<script>alert(1)</script>", "proxy.local");
        assertFalse(shown, shown.contains("<script>"));
        show("POST", null, "proxy.local");
        assertEquals(405, sent.get("sendError"));
    }

    private String show(String method, String host, String server) throws Exception {
        body.reset();
        page.service(fake(HttpServletRequest.class, Map.of("getMethod", method, "getServerName", server),
            host == null ? Map.of() : Map.of("host", host)), fake(HttpServletResponse.class, Map.of(), Map.of()));
        return body.toString(StandardCharsets.UTF_8);
    }

    private <T> T fake(Class<T> type, Map<String, Object> answers, Map<String, String> parameters) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("getParameter")) {
                return parameters.get(arguments[0]);
            }
            if (method.getName().equals("getOutputStream")) {
                return stream();
            }
            if (arguments != null && arguments.length == 1) {
                sent.put(method.getName(), arguments[0]);
            }
            return answers.get(method.getName());
        }));
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int b) throws IOException {
                body.write(b);
            }
        };
    }
}
