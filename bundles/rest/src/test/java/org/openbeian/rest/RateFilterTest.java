package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Test;

/** Callers who ask too often. */
public class RateFilterTest {

    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final AtomicInteger status = new AtomicInteger(200);

    @Test
    public void aBucketHoldsTwoSecondsAndFillsSteadily() {
        AtomicLong now = new AtomicLong();
        RateLimits limits = new RateLimits(now::get);
        for (int i = 0; i < 10; i++) {
            assertTrue(limits.take("a", 5));
        }
        assertFalse(limits.take("a", 5));
        assertTrue("others are not touched", limits.take("b", 5));
        now.addAndGet(199_000_000);
        assertFalse(limits.take("a", 5));
        now.addAndGet(2_000_000);
        assertTrue(limits.take("a", 5));
        assertFalse(limits.take("a", 5));
        assertTrue("0 is no limit", limits.take("a", 0));
    }

    @Test
    public void theTableStaysBounded() {
        AtomicLong now = new AtomicLong();
        RateLimits limits = new RateLimits(now::get);
        for (int i = 0; i < 30_000; i++) {
            now.addAndGet(1_000_000);
            limits.take("name" + i, 5);
        }
        assertTrue("remembered: " + limits.size(), limits.size() <= 10_001);
    }

    @Test
    public void anAddressThatAsksTooOftenGets429WithRetryAfter() throws Exception {
        RateFilter filter = new RateFilter(config(1, 1));
        AtomicInteger served = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            filter.doFilter(request("203.0.113.9"), response(), (from, to) -> served.incrementAndGet());
        }
        assertEquals(2, served.get());
        assertEquals(429, status.get());
        assertEquals("1", headers.get("Retry-After"));
        assertEquals("too-many-requests", new ObjectMapper().readTree(body.toByteArray()).get("code").asText());
    }

    @Test
    public void loopbackIsNotLimitedByAddressButItsAccountsAre() throws Exception {
        RateFilter filter = new RateFilter(config(1, 1));
        AtomicInteger served = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            filter.doFilter(request("127.0.0.1"), response(), (from, to) -> served.incrementAndGet());
        }
        assertEquals(5, served.get());
        HttpServletRequest request = request("127.0.0.1");
        RateFilter.checkAccount(request, "anna");
        RateFilter.checkAccount(request, "anna");
        RateFilter.checkAccount(request, "bob");
        Trouble refused = assertThrows(Trouble.class, () -> RateFilter.checkAccount(request, "anna"));
        assertEquals(429, refused.status());
        assertEquals("1", refused.headers().get("Retry-After"));
    }

    private static RateFilter.Config config(int address, int account) {
        return (RateFilter.Config) Proxy.newProxyInstance(RateFilterTest.class.getClassLoader(),
                new Class<?>[] {RateFilter.Config.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "address_per_second" -> address;
                    case "account_per_second" -> account;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private HttpServletRequest request(String address) {
        return (HttpServletRequest) Proxy.newProxyInstance(RateFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getRequestURI" -> "/api/v1/orders";
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getAttribute" -> attributes.get(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(RateFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "isCommitted" -> false;
                    case "setStatus" -> {
                        status.set((Integer) arguments[0]);
                        yield null;
                    }
                    case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                    case "getOutputStream" -> stream();
                    default -> null;
                });
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
