package org.openbeian.gate;

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

/** A request and what was answered to it. For one thread. */
final class FakeExchange {

    /** What was last set, by the method that was called with one value. */
    final Map<String, Object> sent = new HashMap<>();

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A request whose methods answer so, with these parameters of the query; begins an answer. */
    HttpServletRequest request(Map<String, Object> answers, Map<String, String> parameters) {
        body.reset();
        return fake(HttpServletRequest.class, answers, parameters);
    }

    HttpServletResponse response() {
        return fake(HttpServletResponse.class, Map.of(), Map.of());
    }

    /** What was written. */
    String body() {
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
