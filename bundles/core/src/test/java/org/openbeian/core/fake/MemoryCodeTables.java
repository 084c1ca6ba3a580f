package org.openbeian.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.authority.CodeTable;
import org.openbeian.api.store.CodeTableStore;

/** Code tables in memory. */
public final class MemoryCodeTables implements CodeTableStore {

    private final List<CodeTable> rows = new ArrayList<>();

    @Override
    public void insert(CodeTable next) {
        rows.add(next);
    }

    @Override
    public Optional<CodeTable> last(String authorityId, String name) {
        return all(authorityId).stream().filter(one -> one.name().equals(name)).findFirst();
    }

    @Override
    public Optional<CodeTable> version(String authorityId, String name, long version) {
        return rows.stream().filter(one -> one.authorityId().equals(authorityId) && one.name().equals(name) && one.version() == version)
            .findFirst();
    }

    @Override
    public List<CodeTable> all(String authorityId) {
        TreeMap<String, CodeTable> last = new TreeMap<>();
        rows.stream().filter(one -> one.authorityId().equals(authorityId)).forEach(one -> last.put(one.name(), one));
        return List.copyOf(last.values());
    }
}
