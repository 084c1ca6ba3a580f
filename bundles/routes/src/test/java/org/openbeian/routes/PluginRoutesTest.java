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
import org.openbeian.api.effect.DeployedRoutes;

public class PluginRoutesTest {

    private final Metrics meters = new Metrics();
    private final FilingContext context = new FilingContext(meters);
    private final Tasks tasks = new Tasks();
    private final References references = new References();
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
        addPlugin(first);
        addPlugin(second);
        assertEquals(Set.of("channel.a", "channel.a-inner", "channel.b"), running());
        DeployedRoutes list = new RouteList(context);
        assertEquals(List.of("channel.a direct://channel.a true", "channel.a-inner direct://channel.a-inner true",
            "channel.b direct://channel.b true"),
            list.all().stream().map(route -> route.id() + " " + route.from() + " " + route.started()).toList());
        removePlugin(first);
        assertEquals(Set.of("channel.b"), running());
        assertEquals(1, list.all().size());
        addPlugin(routes("channel.a"));
        assertEquals(Set.of("channel.a", "channel.b"), running());
    }

    @Test
    public void theLaneOfAChannelIsWokenWhenItsRouteComes() {
        addPlugin(routes("channel.email"));
        assertEquals(List.of("lane channel:email " + Tasks.NOW), tasks.woken);
    }

    @Test
    public void aPluginThatCannotBeAddedLeavesNothingBehindAndThrowsNothing() {
        addPlugin(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:good").routeId("half").to("mock-that-is-not-there:x");
            }
        });
        addPlugin(new RouteBuilder() {
            @Override
            public void configure() {
                throw new IllegalStateException("broken plugin");
            }
        });
        assertEquals(Set.of(), running());
        addPlugin(routes("channel.a"));
        assertEquals(Set.of("channel.a"), running());
    }

    @Test
    public void aShadowedRouteServesWhenTheOtherLeaves() {
        RouteBuilder first = answering("one", 1);
        RouteBuilder second = answering("two", 2);
        addPlugin(first);
        addPlugin(second);
        assertEquals(1, ask());
        removePlugin(first);
        assertEquals(2, ask());
        removePlugin(second);
        assertEquals(Set.of(), running());
    }

    @Test
    public void theRoutesOfAHigherVersionTakeThePlaceOfThoseBelowAndOfNoOther() {
        RouteBuilder older = answering("one", 1);
        RouteBuilder newer = answering("one", 2);
        addPlugin(routes("channel.other"));
        addPlugin(older);
        plugins.addPlugin(references.of(newer, "1.1.0"), newer);
        assertEquals(2, ask());
        assertEquals(Set.of("channel.other", "one"), running());
        removePlugin(older);
        assertEquals(2, ask());
        addPlugin(older);
        removePlugin(newer);
        assertEquals(1, ask());
        assertEquals(Set.of("channel.other", "one"), running());
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
        addPlugin(slow);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Object> message = pool.submit(() -> context.createProducerTemplate().requestBody("direct:channel.slow", "x"));
            assertTrue(entered.await(10, TimeUnit.SECONDS));
            Future<?> removal = pool.submit(() -> removePlugin(slow));
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
        addPlugin(answering("timed", 1));
        ask();
        assertTrue(meters.scrape(), meters.scrape().contains("routeId=\"timed\""));
        assertFalse(meters.scrape().isEmpty());
    }

    private void addPlugin(RouteBuilder plugin) {
        plugins.addPlugin(references.of(plugin), plugin);
    }

    private void removePlugin(RouteBuilder plugin) {
        plugins.removePlugin(references.of(plugin));
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
