package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.PublicUnit;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.registry.RegistryAnswers;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Masks;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.RegistryStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.register.Domains;
import org.openbeian.core.register.PublicStatements;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Notes what people saw in the public register (E-19). Thread-safe. */
@Component
public final class RegistryDesk implements RegistryAnswers {

    private static final int MOST_ENTRIES = 100;
    private static final int LONGEST = 300;
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final RegistryStore store;
    private final BlobStore blobs;
    private final PublicRegistries registries;
    private final RegisterStore register;
    private final Reconciler reconciler;
    private final CoreSettings settings;
    private final AuditLog audit;
    private final Clock clock;
    private final Ids ids = new Ids();

    /** Created by Declarative Services. */
    @Activate
    public RegistryDesk(@Reference Transactions transactions, @Reference RegistryStore store, @Reference BlobStore blobs,
            @Reference PublicRegistries registries, @Reference RegisterStore register, @Reference Reconciler reconciler,
            @Reference CoreSettings settings, @Reference AuditLog audit,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.blobs = blobs;
        this.registries = registries;
        this.register = register;
        this.reconciler = reconciler;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Inquiry inquire(Actor actor, PublicQuestion question) {
        checkReads(actor);
        PublicQuestion asked = PublicRegistries.canonical(question).orElseThrow(() -> malformed(List.of(unanswerable())));
        return new Inquiry(masked(asked), registries.ask(asked), List.of(settings.get().public_registry_pages()));
    }

    @Override
    public KeptAnswer note(Actor actor, NewAnswer fresh) {
        checkWrites(actor);
        Instant now = clock.instant();
        PublicQuestion question = PublicRegistries.canonical(fresh.question()).orElse(null);
        List<Finding> findings = new ArrayList<>();
        if (question == null) {
            findings.add(unanswerable());
        }
        if (fresh.asOf() != null && fresh.asOf().isAfter(now.plus(AHEAD))) {
            findings.add(ServerFindings.block("registry-as-of", "/asOf", text("查询时间不能晚于现在", "nobody saw it after now"),
                text("请填写查询时间", "give the time at which it was seen")));
        }
        check(fresh, findings);
        if (!findings.isEmpty()) {
            throw malformed(findings);
        }
        String words = Reasons.required(fresh.text());
        List<PublicEntry> entries = fresh.entries() == null ? List.of() : fresh.entries().stream().map(RegistryDesk::canonical).toList();
        KeptAnswer kept = new KeptAnswer(ids.next(now), question, fresh.verdict(), fresh.asOf() == null ? now : fresh.asOf(), entries,
            actor.account(), now, words, null);
        transactions.run(() -> {
            String mark = registries.mark(question);
            boolean newest = store.latest(question.by(), mark).filter(one -> one.asOf().isAfter(kept.asOf())).isEmpty();
            store.insert(kept, mark);
            if (newest) {
                PublicStatements.of(question, kept.verdict(), kept.entries(), register)
                    .forEach(one -> reconciler.stated(one, Reconciler.PUBLIC, kept.asOf()));
            }
            audit.record(actor, "registry.note", "registry-answer", kept.id(), null, Map.of("by", question.by().name(), "verdict",
                kept.verdict().name()));
        });
        return masked(kept);
    }

    private static void check(NewAnswer fresh, List<Finding> findings) {
        int count = fresh.entries() == null ? 0 : fresh.entries().size();
        if (fresh.verdict() == null || (fresh.verdict() == Verdict.FOUND) != (count > 0) || count > MOST_ENTRIES) {
            findings.add(ServerFindings.block("registry-verdict", "/verdict", text("结果与条目不符：FOUND 须有 1 至 100 个条目，其余不得有条目",
                "the verdict does not fit: FOUND has 1 to 100 entries, the others have none"),
                text("请更正结果或条目", "correct the verdict or the entries")));
        }
        for (int i = 0; i < Math.min(count, MOST_ENTRIES); i++) {
            if (!isGood(fresh.entries().get(i))) {
                findings.add(ServerFindings.block("registry-entry", "/entries/" + i, text("条目缺少备案号，或备案号、名称、域名格式不正确",
                    "the entry names no filing number, or a number, name or domain of it is malformed"),
                    text("请按查询结果填写", "enter it as the register shows it")));
            }
        }
    }

    private static boolean isGood(PublicEntry entry) {
        if (entry == null) {
            return false;
        }
        Optional<FilingNumber> organizer = number(entry.organizerNumber());
        Optional<FilingNumber> service = number(entry.serviceNumber());
        boolean numbers = (organizer.isPresent() || service.isPresent())
            && (entry.organizerNumber() == null || organizer.filter(one -> one.serial() == 0).isPresent())
            && (entry.serviceNumber() == null || service.filter(one -> one.serial() > 0).isPresent())
            && (organizer.isEmpty() || service.isEmpty() || organizer.get().organizer().equals(service.get().organizer()));
        return numbers && isText(entry.serviceName()) && (entry.organizer() == null || isText(entry.organizer().name()))
            && entry.domains().size() <= MOST_ENTRIES && entry.domains().stream().allMatch(domain ->
                PublicRegistries.canonical(new PublicQuestion(By.DOMAIN, domain)).isPresent());
    }

    private static Optional<FilingNumber> number(String text) {
        return Optional.ofNullable(text).flatMap(FilingNumber::parseLenient);
    }

    private static boolean isText(String text) {
        return text == null || text.length() <= LONGEST && Shape.isClean(text);
    }

    /** Numbers as they are printed, also that of the organizer which a service's tells; domains in lower-case A-form. */
    private static PublicEntry canonical(PublicEntry entry) {
        String service = number(entry.serviceNumber()).map(FilingNumber::text).orElse(null);
        return new PublicEntry(entry.organizer(), number(entry.organizerNumber() == null ? service : entry.organizerNumber())
            .map(FilingNumber::organizer).orElse(null), service, entry.serviceName(), entry.domains().stream().map(Domains::key).toList());
    }

    @Override
    public KeptAnswer prove(Actor actor, String id, String mediaType, byte[] picture) {
        checkWrites(actor);
        if (picture.length > settings.get().material_max_bytes()) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "material-size", "The picture has " + picture.length + " bytes; at most "
                + settings.get().material_max_bytes() + " are accepted.");
        }
        String kind = Picture.inspect(picture, mediaType, settings.get().material_max_pixels()).mediaType();
        return masked(transactions.call(() -> {
            KeptAnswer old = find(id);
            KeptAnswer proved = new KeptAnswer(old.id(), old.question(), old.verdict(), old.asOf(), old.entries(), old.by(), old.at(),
                old.text(), kind);
            if (!store.prove(proved)) {
                throw Refusals.wrongState("registry-proved", "This answer has a picture already; note a new answer.");
            }
            blobs.put("registry-" + id, RegistryStore.owner(old), picture);
            audit.record(actor, "registry.prove", "registry-answer", id, null, Map.of());
            return proved;
        }));
    }

    @Override
    public Proof proof(Actor actor, String id) {
        checkReads(actor);
        return transactions.call(() -> {
            KeptAnswer kept = find(id);
            byte[] picture = kept.picture() == null ? null : blobs.get("registry-" + id, RegistryStore.owner(kept));
            if (picture == null) {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "registry-no-picture", "This answer has no picture.");
            }
            audit.record(actor, "registry.proof", "registry-answer", id, null, Map.of());
            return new Proof(kept.picture(), picture);
        });
    }

    @Override
    public KeptAnswer get(Actor actor, String id) {
        checkReads(actor);
        return masked(transactions.call(() -> find(id)));
    }

    @Override
    public List<KeptAnswer> list(Actor actor, String after, int limit) {
        checkReads(actor);
        if (limit < 1 || limit > MOST) {
            throw Refusals.invalid("limit-out-of-range", "The limit lies between 1 and " + MOST + ".");
        }
        return transactions.call(() -> store.list(after, limit)).stream().map(RegistryDesk::masked).toList();
    }

    private KeptAnswer find(String id) {
        return Optional.of(id).filter(Ids::isId).flatMap(store::find)
            .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "registry-answer-not-found", "There is no such answer."));
    }

    private static void checkReads(Actor actor) {
        if (!actor.may(Permission.ASK_REGISTRY)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-permitted", "Staff alone asks the public register here.");
        }
    }

    private static void checkWrites(Actor actor) {
        if (!actor.may(Permission.REVIEW_ORDER)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-permitted", "This account may not note answers of the public register.");
        }
    }

    private static PublicQuestion masked(PublicQuestion question) {
        return question.by() == By.UNIT_NAME ? new PublicQuestion(question.by(), Masks.name(question.value())) : question;
    }

    /** What was seen may name whom the question or an entry names; the names of entries are masked for those who may not see them. */
    private static KeptAnswer masked(KeptAnswer kept) {
        Set<String> names = kept.entries().stream().map(PublicEntry::organizer).filter(Objects::nonNull)
            .filter(one -> one.nature() == null || one.nature().isPerson()).map(PublicUnit::name).filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
        if (kept.question().by() == By.UNIT_NAME) {
            names.add(kept.question().value());
        }
        return new KeptAnswer(kept.id(), masked(kept.question()), kept.verdict(), kept.asOf(), kept.entries(), kept.by(), kept.at(),
            Masks.text(kept.text(), names), kept.picture());
    }

    private static Finding unanswerable() {
        return ServerFindings.block("registry-question", "/question", text("请按单位名称、域名或备案号查询，且格式正确",
            "ask by a unit's name, a domain or a filing number of the right form"), text("例如 example.com 或 粤ICP备2026000001号",
            "such as example.com or 粤ICP备2026000001号"));
    }

    private static Refusal malformed(List<Finding> findings) {
        return Refusals.invalid("registry-answer-malformed", "The answer was not noted; see the findings.", findings);
    }
}
