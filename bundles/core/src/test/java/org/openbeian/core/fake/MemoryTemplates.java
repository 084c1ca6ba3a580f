package org.openbeian.core.fake;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.store.TemplateStore;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.template.IdentityTemplate.State;

/** Templates in memory. */
public final class MemoryTemplates implements TemplateStore {

    private final TreeMap<String, IdentityTemplate> templates = new TreeMap<>();

    @Override
    public void insert(IdentityTemplate fresh) {
        templates.put(fresh.id(), fresh);
    }

    @Override
    public boolean update(IdentityTemplate next) {
        return templates.computeIfPresent(next.id(), (id, old) -> old.version() == next.version() - 1 ? next : old) == next;
    }

    @Override
    public boolean remove(String id, long version) {
        return templates.containsKey(id) && templates.get(id).version() == version && templates.remove(id) != null;
    }

    @Override
    public Optional<IdentityTemplate> find(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    @Override
    public List<IdentityTemplate> list(String account, State state, int limit) {
        return templates.descendingMap().values().stream().filter(one -> account == null || one.account().equals(account))
            .filter(one -> state == null || one.state() == state).limit(limit).toList();
    }

    @Override
    public List<IdentityTemplate> dueWithin(Instant after, Instant until) {
        return templates.values().stream().filter(one -> one.state() == State.IN_REVIEW && one.due().isAfter(after)
            && !one.due().isAfter(until)).sorted(Comparator.comparing(IdentityTemplate::due)).toList();
    }

    @Override
    public int count(String account) {
        return list(account, null, Integer.MAX_VALUE).size();
    }
}
