package org.openbeian.core.order;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.registry.PublicRegistry;
import org.openbeian.api.registry.PublicRegistry.PublicAnswer;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.registry.RegistryAnswers.KeptAnswer;
import org.openbeian.api.store.RegistryStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.identifier.HostName;
import org.openbeian.core.plugin.Bulkhead;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the public register: of the answers that people noted and that plugins give, the newest one that says something and
 * is not too old (E-19). Nothing here calls a page. Not to be asked inside a transaction. Thread-safe.
 */
@Component(service = PublicRegistries.class)
public final class PublicRegistries {

    /** Source of what a person noted. */
    static final String PERSON = "person";
    private static final Logger LOG = LoggerFactory.getLogger(PublicRegistries.class);
    private static final int CALLS = 8;
    private static final int LONGEST = 200;
    /** How far the clock of a plugin may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final RegistryStore store;
    private final BlindIndex index;
    private final CoreSettings settings;
    private final Clock clock;
    private final Bulkhead bulkhead = new Bulkhead("public-registry", CALLS);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, fieldOption = FieldOption.REPLACE)
    private volatile List<PublicRegistry> registries = List.of();

    /** Created by Declarative Services. */
    @Activate
    public PublicRegistries(@Reference Transactions transactions, @Reference RegistryStore store, @Reference BlindIndex index,
            @Reference CoreSettings settings, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.index = index;
        this.settings = settings;
        this.clock = clock;
    }

    /** As Declarative Services would bind them. */
    public PublicRegistries with(PublicRegistry... known) {
        registries = List.of(known);
        return this;
    }

    @Deactivate
    void stop() {
        bulkhead.close();
    }

    /** The question in the form in which it is asked and found again; empty when it is none. */
    static Optional<PublicQuestion> canonical(PublicQuestion question) {
        if (question == null || question.by() == null || question.value() == null || question.value().length() > LONGEST) {
            return Optional.empty();
        }
        String value = question.value().strip();
        return (switch (question.by()) {
            case UNIT_NAME -> Optional.of(value).filter(name -> !name.isEmpty() && Shape.isClean(name));
            case DOMAIN -> Optional.of(HostName.of(value)).filter(host -> host.kind() == HostName.Kind.NAME)
                .map(host -> host.name().registrable().ascii());
            case NUMBER -> FilingNumber.parseLenient(value).map(FilingNumber::text);
        }).map(text -> new PublicQuestion(question.by(), text));
    }

    /** By what a question in its form is found again. */
    String mark(PublicQuestion question) {
        return question.by() == By.UNIT_NAME ? index.mark(BlindIndex.Kind.NAME, question.value()) : question.value();
    }

    /** What is known; UNKNOWN as of now from {@code nobody} when nobody can say. */
    public PublicAnswer ask(PublicQuestion asked) {
        Instant now = clock.instant();
        PublicQuestion question = canonical(asked).orElse(null);
        if (question == null) {
            return nobody(now);
        }
        List<PublicAnswer> answers = new ArrayList<>();
        transactions.call(() -> store.latest(question.by(), mark(question))).map(PublicRegistries::answer).ifPresent(answers::add);
        registries.forEach(registry -> asked(registry, question).ifPresent(answers::add));
        Instant oldest = now.minus(Duration.ofDays(settings.get().public_registry_days()));
        return answers.stream().filter(one -> isGood(one, oldest, now)).max(Comparator.comparing(PublicAnswer::asOf)).orElse(nobody(now));
    }

    private static PublicAnswer nobody(Instant now) {
        return new PublicAnswer(Verdict.UNKNOWN, now, List.of(), "nobody");
    }

    private static PublicAnswer answer(KeptAnswer kept) {
        return new PublicAnswer(kept.verdict(), kept.asOf(), kept.entries(), PERSON);
    }

    private static boolean isGood(PublicAnswer answer, Instant oldest, Instant now) {
        boolean fits = answer.verdict() == Verdict.FOUND && !answer.entries().isEmpty()
            || answer.verdict() == Verdict.NOT_FOUND && answer.entries().isEmpty();
        return fits && answer.source() != null && answer.asOf() != null && !answer.asOf().isBefore(oldest)
            && !answer.asOf().isAfter(now.plus(AHEAD));
    }

    private Optional<PublicAnswer> asked(PublicRegistry registry, PublicQuestion question) {
        try {
            return Optional.of(bulkhead.call(() -> registry.ask(question), Duration.ofSeconds(settings.get().public_registry_seconds())));
        } catch (IOException | RejectedExecutionException e) {
            LOG.warn("The public register {} does not answer: {}", registry.getClass().getName(), e.getMessage());
            return Optional.empty();
        }
    }
}
