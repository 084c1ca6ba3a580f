package org.openbeian.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling.Place;

/**
 * Hands in an order with an identity card of another province, again and again, which every version of Gansu's rules refuses.
 * Closing it shows that each time it was judged, and by rules of Gansu.
 */
final class ImpatientApplicant implements AutoCloseable {

    private final GansuOrders orders;
    private final String order;
    private final Set<String> judgedBy = new ConcurrentSkipListSet<>();
    private final List<String> odd = new CopyOnWriteArrayList<>();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final CompletableFuture<Void> work;

    ImpatientApplicant(GansuOrders orders) {
        this.orders = orders;
        this.order = orders.draft(Place.GUANGDONG);
        this.work = CompletableFuture.runAsync(this::run);
    }

    private void run() {
        while (going.get()) {
            try {
                Reply reply = orders.submit(order);
                JsonNode finding = reply.json().at("/findings/0");
                if (reply.status() == 422 && finding.path("ruleId").asText().equals("gansu-id-card-elsewhere")) {
                    judgedBy.add(finding.path("bundleVersion").asText());
                } else {
                    odd.add(reply.status() + " " + reply.text());
                }
            } catch (RuntimeException e) {
                odd.add(e.toString());
            }
        }
    }

    void awaitJudgedBy(String version) throws InterruptedException {
        TestServer.await("a judgement by " + version, Duration.ofSeconds(20), () -> judgedBy.contains(version));
    }

    @Override
    public void close() {
        going.set(false);
        work.join();
        assertEquals("each is judged, and by rules of Gansu", List.of(), odd);
    }
}
