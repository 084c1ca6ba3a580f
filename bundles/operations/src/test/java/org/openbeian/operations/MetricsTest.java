package org.openbeian.operations;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.UnavailableException;
import org.junit.Test;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.effect.Drain;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Review;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.StoreHealth;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;

public class MetricsTest {

    /** A line of the text form: name, labels, number. */
    private static final Pattern LINE =
            Pattern.compile("(# (HELP|TYPE) .+)|([a-z0-9_]+(\\{([a-z_]+=\"[^\"]*\",?)*})? (-?[0-9.]+(E-?[0-9]+)?|NaN|\\+Inf))");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private boolean reachable = true;

    private Gauges gauges(Settings settings) {
        StoreHealth health = (StoreHealth) Proxy.newProxyInstance(StoreHealth.class.getClassLoader(),
                new Class<?>[] {StoreHealth.class}, (proxy, method, arguments) -> Fakes.store(reachable).check());
        LaneStatus lane = new LaneStatus("authority:440000", "maintenance", 3, 1, Fakes.NOW.minusSeconds(60));
        return new Gauges(Fakes.transactions(),
                Fakes.answering(OrderStore.class, Map.of("counts", Map.of(OrderState.PRE_REVIEW, 7L))), health,
                Fakes.lanes(List.of(lane), List.of()),
                Fakes.rules(Fakes.bundle("000000", "serving", null), Fakes.bundle("620000", "refused", "line 1")),
                settings, registry);
    }

    private String scrape(Gauges gauges) throws Exception {
        FakeHttp http = new FakeHttp("GET", "/metrics", "127.0.0.1");
        new MetricsServlet(registry, gauges, Fakes.settings(Map.of())).doGet(http.request, http.response);
        assertEquals(200, http.status);
        return http.text();
    }

    @Test
    public void everyLineIsInTheTextForm() throws Exception {
        new JvmMeters(registry).close();
        for (String line : scrape(gauges(Fakes.settings(Map.of()))).split("\n")) {
            assertTrue(line, LINE.matcher(line).matches());
        }
    }

    @Test
    public void stagesLanesPluginsAndDatabaseAreThere() throws Exception {
        Gauges gauges = gauges(Fakes.settings(Map.of()));
        gauges.channels = List.of(Fakes.answering(NotificationChannel.class, Map.of("id", "email")));
        String text = scrape(gauges);
        for (String line : List.of("openbeian_orders{state=\"PRE_REVIEW\"} 7.0", "openbeian_orders{state=\"DRAFT\"} 0.0",
                "openbeian_lane_paused{lane=\"authority:440000\"} 1.0", "openbeian_rule_bundles{status=\"refused\"} 1.0",
                "openbeian_plugin{id=\"email\",kind=\"channel\"} 1.0", "openbeian_db_commits_total 42.0",
                "openbeian_tasks_waiting 3.0", "openbeian_db_up 1.0")) {
            assertTrue(line + " in\n" + text, text.contains(line + "\n"));
        }
        gauges.close();
        assertFalse(registry.scrape().contains("openbeian_lane_paused{"));
    }

    @Test
    public void aDeadDatabaseStillGivesMetrics() throws Exception {
        Gauges gauges = gauges(Fakes.settings(Map.of("sample_seconds", 0)));
        scrape(gauges);
        reachable = false;
        String text = scrape(gauges);
        assertTrue(text, text.contains("openbeian_db_up 0.0") && text.contains("openbeian_orders{state=\"PRE_REVIEW\"} 7.0"));
    }

    @Test
    public void theDatabaseIsAskedOncePerPause() throws Exception {
        Gauges gauges = gauges(Fakes.settings(Map.of("sample_seconds", 3600)));
        scrape(gauges);
        reachable = false;
        assertTrue(scrape(gauges).contains("openbeian_db_up 1.0"));
    }

    @Test
    public void strangersGetNoMetrics() throws Exception {
        FakeHttp http = new FakeHttp("GET", "/metrics", "203.0.113.9");
        new MetricsServlet(registry, gauges(Fakes.settings(Map.of())), Fakes.settings(Map.of())).doGet(http.request, http.response);
        assertEquals(403, http.status);
    }

    @Test
    public void transitionsAreCountedAndStagesTimed() {
        OrderMeters meters = new OrderMeters(registry);
        meters.changed(order(), entry(OrderEvent.SUBMITTED, OrderState.DRAFT, OrderState.PRE_REVIEW, Fakes.NOW));
        meters.changed(order(), entry(OrderEvent.CLAIMED, OrderState.PRE_REVIEW, OrderState.PRE_REVIEW, Fakes.NOW.plusSeconds(5)));
        meters.changed(order(), entry(OrderEvent.PASSED, OrderState.PRE_REVIEW, OrderState.QUEUED_FOR_AUTHORITY,
                Fakes.NOW.plusSeconds(30)));
        String text = registry.scrape();
        assertTrue(text, text.contains("openbeian_order_transitions_total{event=\"PASSED\",to=\"QUEUED_FOR_AUTHORITY\"} 1.0"));
        assertTrue(text, text.contains("openbeian_order_stage_seconds_sum{state=\"PRE_REVIEW\"} 30.0"));
        assertFalse("a stay whose begin is not known is not timed", text.contains("{state=\"DRAFT\"}"));
    }

    @Test
    public void requestsAreTimedByRouteAndStatus() throws Exception {
        Shutdown shutdown = new Shutdown(Fakes.framework(100), Fakes.settings(Map.of()));
        RequestFilter filter = new RequestFilter(registry, shutdown);
        FakeHttp http = new FakeHttp("GET", "/api/v1/orders/01HXYZ/history", "127.0.0.1");
        filter.doFilter(http.request, http.response, (request, response) -> {
        });
        FilterChain broken = (request, response) -> {
            throw new ServletException("broken");
        };
        assertThrows(ServletException.class, () -> filter.doFilter(http.request, http.response, broken));
        String text = registry.scrape();
        assertTrue(text, text.contains("http_server_requests_seconds_count{method=\"GET\","
                + "route=\"/api/v1/orders/{id}/history\",status=\"200\"} 1"));
        assertTrue(text, text.contains("status=\"500\"} 1"));
    }

    @Test
    public void aServletThatGoesUnderARequestIsNoReasonToGiveUp() throws Exception {
        Shutdown shutdown = new Shutdown(Fakes.framework(100), Fakes.settings(Map.of()));
        FakeHttp http = new FakeHttp("POST", "/api/v1/orders", "127.0.0.1");
        new RequestFilter(registry, shutdown).doFilter(http.request, http.response, (request, response) -> {
            throw new UnavailableException("Servlet Not Initialized");
        });
        assertEquals(503, http.status);
        assertEquals("2", http.headers.get("Retry-After"));
        assertTrue(registry.scrape().contains("status=\"503\"} 1"));
    }

    @Test
    public void labelsStayFew() {
        assertEquals("none", Routes.of("/api/v1/whatever", 404));
        assertEquals("/api/v1/openapi.json", Routes.of("/api/v1/openapi.json", 200));
        assertEquals("/api/v1/orders/{id}", Routes.of("/api/v1/orders/%E5%BC%A0", 400));
        assertEquals("none", Routes.of("/a/b/c/d/e/f/g/h/i/j", 200));
        assertEquals("other", Routes.method("FROBNICATE"));
    }

    @Test
    public void aStoppingServerRefusesRequestsAndDrains() throws Exception {
        Shutdown shutdown = new Shutdown(Fakes.framework(100), Fakes.settings(Map.of("drain_seconds", 0)));
        Duration[] asked = new Duration[1];
        Drain drain = patience -> {
            asked[0] = patience;
            return true;
        };
        shutdown.drains = List.of(drain);
        shutdown.bundleChanged(new BundleEvent(BundleEvent.STOPPING, bundle(7)));
        assertFalse("another bundle's stop is none of the server", shutdown.isStopping());
        shutdown.bundleChanged(new BundleEvent(BundleEvent.STOPPING, bundle(0)));
        assertTrue(shutdown.isStopping());
        assertEquals(Duration.ZERO, asked[0]);
        FakeHttp http = new FakeHttp("POST", "/api/v1/orders", "127.0.0.1");
        new RequestFilter(registry, shutdown).doFilter(http.request, http.response, (request, response) -> {
            throw new ServletException("must not be reached");
        });
        assertEquals(503, http.status);
        assertEquals("2", http.headers.get("Retry-After"));
    }

    @Test
    public void closingWaitsForRequestsUnderWay() throws InterruptedException {
        Requests requests = new Requests();
        assertTrue(requests.enter());
        assertFalse("one is still inside", requests.close(Duration.ofMillis(1)));
        assertFalse(requests.enter());
        Thread leaving = new Thread(requests::leave);
        leaving.start();
        assertTrue(requests.close(Duration.ofSeconds(10)));
        leaving.join();
    }

    private static Bundle bundle(long id) {
        return Fakes.answering(Bundle.class, Map.of("getBundleId", id, "toString", "bundle", "hashCode", 1));
    }

    private static Order order() {
        return new Order("01order", 1, "anna", FilingType.FIRST, new Progress(OrderState.DRAFT, null, 0, Fakes.NOW, null),
                Application.EMPTY, List.of(), List.of(), Review.NONE, Handover.NONE, null, Fakes.NOW, Fakes.NOW);
    }

    private static HistoryEntry entry(OrderEvent event, OrderState from, OrderState to, Instant at) {
        return new HistoryEntry("01order", 1, at, "anna", event, from, to, null, Map.of(), "0", "1");
    }
}
