package org.openbeian.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
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
        enter(draft -> {
            draft.fillIn();
            draft.patch(more);
        });
        handIn();
    }

    /**
     * Brings a further order to the authority's queue.
     *
     * @param about type and basis of the order
     * @param entries what is entered into its draft; may happen more than once
     */
    void fileFurtherUntilPassed(JsonNode about, Consumer<FilingSteps> entries) {
        insist(() -> {
            steps.startDraft(about);
            return null;
        });
        enter(entries);
        handIn();
    }

    private void enter(Consumer<FilingSteps> entries) {
        insist(() -> {
            steps.order();
            entries.accept(steps);
            return null;
        });
    }

    private void handIn() {
        enter(FilingSteps::uploadWhatIsMissing);
        insist(() -> {
            steps.order();
            return steps.submit().expectSuccess();
        });
        enter(FilingSteps::passPreReview);
    }

    /** The order once it is approved. */
    JsonNode approved() {
        return insist(() -> {
            JsonNode order = steps.order();
            String state = order.at("/progress/state").asText();
            if (!state.equals("APPROVED")) {
                throw new NotYet(path() + " is " + state);
            }
            return order;
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
        return e instanceof UncheckedIOException || e instanceof NotYet
                || message.contains("answered 503") || message.contains("answered 412")
                || message.contains("answered 409") || message.contains("answered 404") && !message.contains("urn:openbeian");
    }

    private static final class NotYet extends IllegalStateException {

        private static final long serialVersionUID = 1;

        NotYet(String message) {
            super(message);
        }
    }
}
