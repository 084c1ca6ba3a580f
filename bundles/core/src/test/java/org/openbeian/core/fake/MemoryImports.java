package org.openbeian.core.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.imports.Imports.BadLine;
import org.openbeian.api.imports.Imports.Progress;
import org.openbeian.api.store.ImportStore;

/** Imports in memory. */
public final class MemoryImports implements ImportStore {

    private final Map<String, Position> positions = new TreeMap<>();
    private final Map<String, List<BadLine>> bad = new HashMap<>();
    private final Map<String, Map<String, Mark>> marks = new HashMap<>();

    @Override
    public Optional<Position> hold(String importId) {
        return position(importId);
    }

    @Override
    public Optional<Position> position(String importId) {
        return Optional.ofNullable(positions.get(importId));
    }

    @Override
    public void save(Position position) {
        positions.put(position.progress().content().id(), position);
    }

    @Override
    public List<Progress> imports(int limit) {
        return positions.values().stream().map(Position::progress).limit(limit).toList();
    }

    @Override
    public void add(String importId, List<BadLine> lines) {
        bad.computeIfAbsent(importId, id -> new ArrayList<>()).addAll(lines);
    }

    @Override
    public List<BadLine> badLines(String importId, long after, int limit) {
        return bad.getOrDefault(importId, List.of()).stream().filter(line -> line.line() > after).limit(limit).toList();
    }

    @Override
    public Map<String, Mark> marks(String importId, List<String> items) {
        Map<String, Mark> found = new HashMap<>(marks.getOrDefault(importId, Map.of()));
        found.keySet().retainAll(items);
        return found;
    }

    @Override
    public void mark(String importId, List<Mark> added) {
        added.forEach(mark -> marks.computeIfAbsent(importId, id -> new HashMap<>()).put(mark.item(), mark));
    }

    @Override
    public void forgetMarks(String importId) {
        marks.remove(importId);
    }
}
