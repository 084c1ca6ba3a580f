package org.openbeian.routes;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.model.Resilience4jConfigurationDefinition;
import org.openbeian.api.channel.NotificationChannel;

/**
 * The route to one channel, with limits of its own: one message at a time, each cut off after 30 seconds, and after three
 * failures in a row the channel is left alone for half a minute. So a channel that hangs or is dead delays nobody else.
 */
final class ChannelRoutes extends RouteBuilder {

    private static final int FAILURES = 3;
    private static final int REST_SECONDS = 30;

    private final NotificationChannel channel;
    private final String threads;
    private final int limitMillis;

    /**
     * For one channel.
     *
     * @param threads name under which the registry knows the threads that may be kept waiting
     * @param limitMillis time for one message
     */
    ChannelRoutes(NotificationChannel channel, String threads, int limitMillis) {
        this.channel = channel;
        this.threads = threads;
        this.limitMillis = limitMillis;
    }

    static String start(String channelId) {
        return "direct:lane.channel." + channelId;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        if (channel.transactional()) {
            from(start(channel.id())).routeId("lane.channel." + channel.id()).to("direct:channel." + channel.id());
            return;
        }
        CircuitBreakerDefinition breaker = from(start(channel.id())).routeId("lane.channel." + channel.id()).circuitBreaker();
        limits(breaker).end().to("direct:channel." + channel.id()).end();
    }

    private Resilience4jConfigurationDefinition limits(CircuitBreakerDefinition breaker) {
        return breaker.resilience4jConfiguration()
            .slidingWindowType("COUNT_BASED").slidingWindowSize(FAILURES).minimumNumberOfCalls(FAILURES)
            .failureRateThreshold(100)
            .waitDurationInOpenState(REST_SECONDS).permittedNumberOfCallsInHalfOpenState(1)
            .throwExceptionWhenHalfOpenOrOpenState(true)
            .bulkheadEnabled(true).bulkheadMaxConcurrentCalls(1).bulkheadMaxWaitDuration(0)
            .timeoutEnabled(true).timeoutDuration(limitMillis).timeoutExecutorService(threads);
    }
}
