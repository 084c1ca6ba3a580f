package org.openbeian.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.imports.Imports;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.ImportStore;
import org.openbeian.api.store.ImportStore.Mark;
import org.openbeian.api.store.ImportStore.Position;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Stores portions of records, each in one transaction with how far the import is: whatever breaks off, no record counts twice. */
@Component
public final class StoredImports implements Imports {

    private static final int PORTION = 1_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String START = "";

    private final Transactions transactions;
    private final ImportStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, fieldOption = FieldOption.REPLACE)
    private volatile List<RecordKind<?>> kinds = List.of();

    /** Created by Declarative Services. */
    @Activate
    public StoredImports(@Reference Transactions transactions, @Reference ImportStore store,
            @Reference AuditLog audit, @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** As Declarative Services would bind them. */
    StoredImports with(RecordKind<?>... known) {
        kinds = List.of(known);
        return this;
    }

    private RecordKind<?> kind(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst()
            .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "import-kind", "There is no kind " + id + "; there are "
                + String.join(", ", kinds.stream().map(RecordKind::id).sorted().toList()) + "."));
    }

    @Override
    public Optional<Progress> find(String id) {
        return transactions.call(() -> store.position(id)).map(Position::progress);
    }

    @Override
    public List<Progress> list(int limit) {
        return transactions.call(() -> store.imports(limit));
    }

    @Override
    public List<BadLine> badLines(String id, long after, int limit) {
        return transactions.call(() -> store.badLines(id, after, limit));
    }

    @Override
    public Progress run(Actor actor, Content content, InputStream in) {
        if (!ID.matcher(content.id()).matches()) {
            throw new Refusal(Refusal.Kind.INVALID, "import-id", "The id of an import is 1 to 64 letters, digits, hyphens or underscores.");
        }
        RecordKind<?> kind = kind(content.kind());
        if (!actor.may(kind.permission())) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-permitted", "This account may not import " + content.kind() + ".");
        }
        if (!running.add(content.id())) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, "import-running", "The import " + content.id() + " is running.");
        }
        try {
            Position position = transactions.call(() -> begin(actor, content));
            return through(actor, kind, position, Lines.of(content.format(), in));
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "import-broke-off", "The content broke off. What was read of it is stored; send the"
                + " same content under the same id again to go on.");
        } finally {
            running.remove(content.id());
        }
    }

    private Position begin(Actor actor, Content content) {
        Position known = store.hold(content.id()).orElse(null);
        if (known == null) {
            Instant now = clock.instant();
            known = new Position(new Progress(content, actor.account(), 0, 0, 0, 0, now, now, null), START);
            store.save(known);
            audit.record(actor, "inventory.import", "import", content.id(), null, Map.of("kind", content.kind()));
        } else if (!known.progress().content().equals(content)) {
            throw differs(content.id());
        }
        return known;
    }

    private static Refusal differs(String id) {
        return new Refusal(Refusal.Kind.WRONG_STATE, "import-differs", "The id " + id + " stands for another content. Go on with that very"
            + " content, or take another id.");
    }

    /** Passes over what was read before, which must be the same, and stores the rest. */
    private <T> Progress through(Actor actor, RecordKind<T> kind, Position before, Lines lines) throws IOException {
        try (Stages<T> stages = new Stages<>(before, (from, portion) -> stored(actor, from, portion))) {
            String digest = START;
            long read = 0;
            LineHash hash = new LineHash();
            Portion<T> portion = new Portion<>(kind, hash);
            for (Line line = lines.next(); line != null; line = lines.next()) {
                digest = hash.chained(digest, line.raw());
                if (++read < before.progress().lines()) {
                    continue;
                }
                if (read == before.progress().lines()) {
                    check(digest, before);
                    continue;
                }
                if (before.progress().finishedAt() != null) {
                    throw differs(before.progress().content().id());
                }
                portion.read(line);
                if (portion.lines() == PORTION) {
                    stages.add(portion.upTo(digest, false));
                    portion = new Portion<>(kind, hash);
                }
            }
            if (read < before.progress().lines()) {
                throw differs(before.progress().content().id());
            }
            if (before.progress().finishedAt() == null) {
                stages.add(portion.upTo(digest, true));
            }
            return stages.end().progress();
        }
    }

    private static void check(String digest, Position before) {
        if (!digest.equals(before.digest())) {
            throw differs(before.progress().content().id());
        }
    }

    private <T> Position stored(Actor actor, Position from, Portion<T> portion) {
        return transactions.call(() -> {
            String id = from.progress().content().id();
            if (!store.hold(id).filter(from::equals).isPresent()) {
                throw new Refusal(Refusal.Kind.WRONG_STATE, "import-running", "The import " + id + " is running.");
            }
            List<BadLine> bad = new ArrayList<>(portion.bad());
            bad.addAll(storeNew(id, portion));
            bad.sort((one, other) -> Long.compare(one.line(), other.line()));
            store.add(id, bad);
            Progress was = from.progress();
            int removed = 0;
            if (portion.isLast()) {
                // What vanished is known of a content alone that was read as a whole.
                boolean good = was.bad() + bad.size() == 0 && was.stored() + portion.lines() > 0;
                removed = was.content().whole() && good ? portion.kind().removeExcept(id) : 0;
                store.forgetMarks(id);
            }
            Progress now = new Progress(was.content(), was.by(), was.lines() + portion.lines(), was.stored() + portion.lines() - bad.size(),
                was.bad() + bad.size(), removed, was.startedAt(), clock.instant(), portion.isLast() ? clock.instant() : null);
            if (portion.isLast()) {
                audit.record(actor, "inventory.import.end", "import", id, null, Map.of("stored", String.valueOf(now.stored()),
                    "bad", String.valueOf(now.bad()), "removed", String.valueOf(removed)));
            }
            Position next = new Position(now, portion.digest());
            store.save(next);
            return next;
        });
    }

    /** Stores what this import did not store before; a line that says otherwise than one before it is bad, the first one counts. */
    private <T> List<BadLine> storeNew(String id, Portion<T> portion) {
        List<BadLine> bad = new ArrayList<>();
        Map<String, Mark> known = new HashMap<>(store.marks(id,
            portion.items().stream().map(item -> item.found().name()).distinct().toList()));
        List<Mark> fresh = new ArrayList<>();
        List<T> values = new ArrayList<>();
        for (Portion.Item<T> item : portion.items()) {
            String name = item.found().name();
            Mark before = known.get(name);
            if (before == null) {
                Mark mark = new Mark(name, item.line(), item.hash());
                known.put(name, mark);
                fresh.add(mark);
                values.add(item.found().value());
            } else if (!before.hash().equals(item.hash())) {
                bad.add(new BadLine(item.line(), new LocalizedText("与第 " + before.line() + " 行的 " + name + " 矛盾，以该行为准",
                    "contradicts line " + before.line() + " on " + name + ", which counts")));
            }
        }
        portion.store(values);
        store.mark(id, fresh);
        return bad;
    }
}
