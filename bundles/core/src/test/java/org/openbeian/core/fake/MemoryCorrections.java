package org.openbeian.core.fake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.store.CorrectionStore;

/** Cases in memory. */
public final class MemoryCorrections implements CorrectionStore {

    private final TreeMap<String, CorrectionCase> cases = new TreeMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> out = new TreeSet<>();
    private UnaryOperator<CorrectionCase> faster;

    /** The keys of all cases. */
    public Set<String> keys() {
        return keys.keySet();
    }

    @Override
    public void insert(CorrectionCase fresh, String key) {
        cases.put(fresh.id(), fresh);
        keys.put(key, fresh.id());
    }

    /** Lets somebody be faster than the next update. */
    public void beforeUpdate(UnaryOperator<CorrectionCase> other) {
        faster = other;
    }

    @Override
    public boolean update(CorrectionCase next) {
        UnaryOperator<CorrectionCase> other = faster;
        faster = null;
        if (other != null) {
            cases.put(next.id(), other.apply(cases.get(next.id())));
        }
        if (cases.get(next.id()).version() != next.version() - 1) {
            return false;
        }
        cases.put(next.id(), next);
        return true;
    }

    @Override
    public Optional<CorrectionCase> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public Optional<CorrectionCase> open(String key) {
        return Optional.ofNullable(keys.get(key)).map(cases::get).filter(one -> one.status() != CorrectionCase.Status.CLOSED);
    }

    @Override
    public List<CorrectionCase> list(String account, boolean open, String after, int limit) {
        return cases.descendingMap().values().stream().filter(one -> account == null || account.equals(one.account()))
            .filter(one -> !open || one.status() != CorrectionCase.Status.CLOSED)
            .filter(one -> after == null || one.id().compareTo(after) < 0).limit(limit).toList();
    }

    @Override
    public List<CorrectionCase> openAbout(String organizerNumber) {
        return cases.values().stream().filter(one -> organizerNumber.equals(one.organizerNumber()))
            .filter(one -> one.status() != CorrectionCase.Status.CLOSED).toList();
    }

    @Override
    public void blacklist(Collection<String> marks, boolean add) {
        if (add) {
            out.addAll(marks);
        } else {
            out.removeAll(marks);
        }
    }

    @Override
    public Set<String> blacklisted(Collection<String> marks) {
        return marks.stream().filter(out::contains).collect(Collectors.toSet());
    }
}
