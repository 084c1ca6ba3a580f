package org.openbeian.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.junit.After;
import org.junit.Test;

public class PluginRoutesTest {

    private final Metrics meters = new Metrics();
    private final FilingContext context = new FilingContext(meters);
    private final Tasks tasks = new Tasks();
    private final PluginRoutes plugins = new PluginRoutes(context, tasks.waker());

    @After
    public void stop() {
        plugins.close();
        context.shutDown();
        meters.stop();
    }

    @Test
    public void theContextIsNamed() {
        assertEquals("openbeian", context.getName());
        assertTrue(context.isStarted());
    }

    @Test
    public void exactlyTheRoutesOfThePluginThatLeavesGo() {
        RouteBuilder first = routes("channel.a", "channel.a-inner");
        RouteBuilder second = routes("channel.b");
        plugins.add(first);
        plugins.add(second);
        assertEquals(Set.of("channel.a", "channel.a-inner", "channel.b"), running());
        plugins.remove(first);
        assertEquals(Set.of("channel.b"), running());
        plugins.add(routes("channel.a"));
        assertEquals(Set.of("channel.a", "channel.b"), running());
    }

    @Test
    public void theLaneOfAChannelIsWokenWhenItsRouteComes() {
        plugins.add(routes("channel.email"));
        assertEquals(List.of("lane channel:email " + Tasks.NOW), tasks.woken);
    }

    @Test
    public void aPluginThatCannotBeAddedLeavesNothingBehindAndThrowsNothing() {
        plugins.add(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:good").routeId("half").to("mock-that-is-not-there:x");
            }
        });
        plugins.add(new RouteBuilder() {
            @Override
            public void configure() {
                throw new IllegalStateException("broken plugin");
            }
        });
        assertEquals(Set.of(), running());
        plugins.add(routes("channel.a"));
        assertEquals(Set.of("channel.a"), running());
    }

    @Test
    public void aShadowedRouteServesWhenTheOtherLeaves() {
        RouteBuilder first = answering("one", 1);
        RouteBuilder second = answering("two", 2);
        plugins.add(first);
        plugins.add(second);
        assertEquals(1, ask());
        plugins.remove(first);
        assertEquals(2, ask());
        plugins.remove(second);
        assertEquals(Set.of(), running());
    }

    @Test
    public void whatIsUnderWayIsFinishedBeforeARouteGoes() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        RouteBuilder slow = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:channel.slow").routeId("slow").process(exchange -> {
                    entered.countDown();
                    assertTrue(go.await(10, TimeUnit.SECONDS));
                    exchange.getMessage().setBody("done");
                });
            }
        };
        plugins.add(slow);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Object> message = pool.submit(() -> context.createProducerTemplate().requestBody("direct:channel.slow", "x"));
            assertTrue(entered.await(10, TimeUnit.SECONDS));
            Future<?> removal = pool.submit(() -> plugins.remove(slow));
            go.countDown();
            assertEquals("done", message.get(10, TimeUnit.SECONDS));
            removal.get(30, TimeUnit.SECONDS);
            assertEquals(Set.of(), running());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    public void everyRouteIsTimed() {
        plugins.add(answering("timed", 1));
        ask();
        assertTrue(meters.scrape(), meters.scrape().contains("routeId=\"timed\""));
        assertFalse(meters.scrape().isEmpty());
    }

    private int ask() {
        return context.createProducerTemplate().requestBody("direct:channel.x", null, Integer.class);
    }

    private Set<String> running() {
        Set<String> ids = new TreeSet<>();
        context.getRoutes().stream().map(Route::getRouteId).forEach(ids::add);
        context.getRouteDefinitions().forEach(definition -> ids.add(definition.getRouteId()));
        return ids;
    }

    private static RouteBuilder answering(String id, int answer) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:channel.x").routeId(id).process(exchange -> exchange.getMessage().setBody(answer));
            }
        };
    }

    private static RouteBuilder routes(String... names) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (String name : names) {
                    from("direct:" + name).routeId(name).process(exchange -> exchange.getMessage().setBody(name));
                }
            }
        };
    }
}
