package org.openbeian.core.order;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.openbeian.api.account.IdentityVerifier;
import org.openbeian.api.account.IdentityVerifier.Outcome;
import org.openbeian.api.account.IdentityVerifier.Person;
import org.openbeian.api.account.IdentityVerifier.Session;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.FaceCheck;
import org.openbeian.api.order.FaceChecks;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.core.plugin.Bulkhead;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens face verifications at the provider and fetches their results. Thread-safe. */
@Component(service = FaceChecks.class)
public final class FaceDesk implements FaceChecks {

    private static final Logger LOG = LoggerFactory.getLogger(FaceDesk.class);
    private static final int CALLS_AT_ONCE = 4;
    private static final long ANSWER_MILLIS = 10_000;
    private static final int LONGEST_LINK = 2000;

    private final OrderEngine engine;
    private final long answerMillis;
    private final Bulkhead door = new Bulkhead("openbeian-face", CALLS_AT_ONCE);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile IdentityVerifier verifier;

    /** Created by Declarative Services. */
    @Activate
    public FaceDesk(@Reference OrderEngine engine) {
        this(engine, ANSWER_MILLIS);
    }

    FaceDesk(OrderEngine engine, long answerMillis) {
        this.engine = engine;
        this.answerMillis = answerMillis;
    }

    /** Ends the threads of the verifier. */
    @Deactivate
    public void close() {
        door.close();
    }

    @Override
    public Order open(Actor actor, String id, long version, String pointer) {
        Order seen = mayChange(actor, id, version, OrderEvent.FACE_OPENED);
        Principal person = person(seen, pointer);
        IdentityVerifier present = present();
        Person face = new Person(person.name(), person.certificateType(), person.certificateNumber());
        Session session = ask(() -> present.open(face));
        check(session);
        return engine.move(By.account(actor), id, seen.version(), OrderEvent.FACE_OPENED, (order, now) -> {
            String hash = Faces.hash(person);
            List<FaceCheck> faces = new ArrayList<>(order.review().faces());
            Set<String> entered = Faces.principals(order.application()).values().stream().map(Faces::hash).collect(Collectors.toSet());
            faces.removeIf(one -> one.inputsHash().equals(hash) || !entered.contains(one.inputsHash()));
            faces.add(new FaceCheck(pointer, hash, session.id(), session.link(), now, session.linkUntil(), null, null, null, null,
                null, false));
            return Change.of(order.with(order.review().withFaces(faces))).with("person", pointer);
        });
    }

    @Override
    public Order fetch(Actor actor, String id, long version) {
        Order seen = mayChange(actor, id, version, OrderEvent.FACE_CHECKED);
        Map<String, Outcome> outcomes = new HashMap<>();
        Refusal silent = null;
        for (FaceCheck open : seen.review().faces().stream().filter(one -> one.passed() == null && !one.stale()).toList()) {
            IdentityVerifier present = present();
            try {
                Outcome outcome = ask(() -> present.outcome(open.session()));
                if (outcome.passed() != null) {
                    check(outcome);
                    outcomes.put(open.session(), outcome);
                }
            } catch (Refusal none) {
                silent = none;
            }
        }
        if (outcomes.isEmpty() && silent != null) {
            throw silent;
        } else if (outcomes.isEmpty()) {
            return seen;
        }
        return engine.move(By.account(actor), id, seen.version(), OrderEvent.FACE_CHECKED, (order, now) -> Change.of(
            order.with(order.review().withFaces(order.review().faces().stream().map(one -> over(one, outcomes)).toList())))
            .with("passed", outcomes.values().stream().filter(Outcome::passed).count()).with("results", outcomes.size()));
    }

    /** One that saw not both sides of the document has not passed. */
    private static FaceCheck over(FaceCheck open, Map<String, Outcome> outcomes) {
        Outcome outcome = outcomes.get(open.session());
        return outcome == null ? open : new FaceCheck(open.pointer(), open.inputsHash(), open.session(), null, open.openedAt(),
            open.linkUntil(), outcome.passed() && outcome.portraitSide() && outcome.emblemSide(), outcome.ip(), outcome.ipProvince(),
            outcome.at(), outcome.validUntil(), false);
    }

    private Order mayChange(Actor actor, String id, long version, OrderEvent event) {
        By by = By.account(actor);
        Order order = engine.load(by, id);
        if (!by.isOneOf(OrderLifeCycle.whoMay(event), order)) {
            throw Refusals.forbidden(event);
        }
        if (version != Orders.ANY_VERSION && version != order.version()) {
            throw Refusals.stale(order);
        }
        if (!engine.isAllowed(by, order, event)) {
            throw Refusals.wrongState(order, event);
        }
        return order;
    }

    private static Principal person(Order order, String pointer) {
        Principal person = pointer == null ? null : Faces.principals(order.application()).get(pointer);
        if (person == null) {
            throw Refusals.invalid("face-person-unknown", "Name a person in charge whose name and document are entered:"
                + " /organizer/principal or /services/<n>/principal.");
        }
        return person;
    }

    private IdentityVerifier present() {
        IdentityVerifier present = verifier;
        if (present == null) {
            throw Refusals.wrongState("verifier-missing", "This server has no provider of face verifications; ask its operator to"
                + " install one.");
        }
        return present;
    }

    private void check(Session session) {
        boolean good = session.id() != null && session.id().matches("[\\x21-\\x7e]{1,200}") && session.link() != null
            && session.link().length() <= LONGEST_LINK && isHttps(session.link()) && session.linkUntil() != null;
        if (!good) {
            throw silent("opened a session without id, https link or end");
        }
    }

    private void check(Outcome outcome) {
        Instant now = engine.now();
        boolean good = outcome.at() != null && outcome.validUntil() != null && outcome.validUntil().isAfter(outcome.at())
            && !outcome.at().isAfter(now.plusSeconds(3600))
            && (outcome.ipProvince() == null || outcome.ipProvince().matches("[1-9][0-9]0000"));
        if (!good) {
            throw silent("gave a result without times, or with a malformed province");
        }
    }

    private static boolean isHttps(String link) {
        try {
            URI address = URI.create(link);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the message of an exception, which may hold the person's data. */
    private <T> T ask(Callable<T> call) {
        Future<T> answer;
        try {
            answer = door.submit(call);
        } catch (RejectedExecutionException e) {
            throw silent("is busy");
        }
        try {
            T given = answer.get(answerMillis, TimeUnit.MILLISECONDS);
            if (given == null) {
                throw silent("answered null");
            }
            return given;
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw silent("gave no answer within " + answerMillis + " ms");
        } catch (ExecutionException e) {
            throw silent("threw " + e.getCause().getClass().getName());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw silent("was interrupted");
        }
    }

    private Refusal silent(String why) {
        LOG.warn("The provider of face verifications {}", why);
        return new Refusal(Refusal.Kind.UNAVAILABLE, "verifier-silent",
            "The provider of face verifications gave no usable answer; try again later.");
    }
}
