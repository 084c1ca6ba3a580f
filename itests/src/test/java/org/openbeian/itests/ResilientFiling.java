package org.openbeian.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.SampleFiling;

/**
 * A filing by people who do not give up: each step is repeated after a lost connection, a server that is not ready, or a
 * version that moved on, until it was acknowledged.
 */
final class ResilientFiling {

    private static final long PATIENCE_NANOS = 240_000_000_000L;

    private final FilingSteps steps;
    private final JsonNode more;

    ResilientFiling(RestClient applicant, RestClient specialist, SampleFiling data) {
        this(applicant, specialist, data, JsonNodeFactory.instance.objectNode());
    }

    /** With more than the sample enters. */
    ResilientFiling(RestClient applicant, RestClient specialist, SampleFiling data, JsonNode more) {
        this.more = more;
        steps = new FilingSteps(applicant, specialist, data);
    }

    /** Brings the order to the authority's queue; every answer of the server was an acknowledgement. */
    void fileUntilPassed() {
        insist(() -> {
            steps.startDraft();
            return null;
        });
        insist(() -> {
            steps.order();
            steps.fillIn();
            steps.patch(more);
            return null;
        });
        insist(() -> {
            steps.order();
            steps.uploadWhatIsMissing();
            return null;
        });
        insist(() -> {
            steps.order();
            return steps.submit().expectSuccess();
        });
        insist(() -> {
            steps.order();
            steps.passPreReview();
            return null;
        });
    }

    /** The order as the server shows it. */
    JsonNode order() {
        return insist(steps::order);
    }

    /** Path of the order. */
    String path() {
        return steps.path();
    }

    private static <T> T insist(Callable<T> step) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                return step.call();
            } catch (UncheckedIOException | IllegalStateException e) {
                if (!isTransient(e) || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(50_000_000);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** While the server starts, its HTTP container answers a plain 404 of its own for a moment. */
    private static boolean isTransient(RuntimeException e) {
        String message = e.getMessage();
        return e instanceof UncheckedIOException || message.contains("answered 503") || message.contains("answered 412")
                || message.contains("answered 409") || message.contains("answered 404") && !message.contains("urn:openbeian");
    }
}
