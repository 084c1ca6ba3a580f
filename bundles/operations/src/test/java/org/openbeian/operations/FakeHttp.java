package org.openbeian.operations;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;

/** One request and its answer. */
final class FakeHttp {

    final Map<String, String> headers = new HashMap<>();
    final Map<String, Object> attributes = new HashMap<>();
    final HttpServletRequest request;
    final HttpServletResponse response;
    int status = 200;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    FakeHttp(String method, String path, String address) {
        HttpServletRequest plain = Fakes.answering(HttpServletRequest.class, Map.of("getMethod", method, "getPathInfo", path,
                "getRequestURI", path, "getRemoteAddr", address, "getProtocol", "HTTP/1.1"));
        request = new HttpServletRequestWrapper(plain) {
            @Override
            public Object getAttribute(String name) {
                return attributes.get(name);
            }
        };
        response = (HttpServletResponse) Proxy.newProxyInstance(HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class}, (proxy, called, arguments) -> switch (called.getName()) {
                    case "setStatus" -> {
                        status = (Integer) arguments[0];
                        yield null;
                    }
                    case "getStatus" -> status;
                    case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                    case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                    case "setContentLength" -> null;
                    case "getOutputStream" -> stream();
                    case "isCommitted" -> body.size() > 0;
                    default -> throw new UnsupportedOperationException(called.toString());
                });
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
