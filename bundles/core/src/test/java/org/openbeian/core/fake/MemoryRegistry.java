package org.openbeian.core.fake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.registry.RegistryAnswers.KeptAnswer;
import org.openbeian.api.store.RegistryStore;

/** Answers of the public register in memory. */
public final class MemoryRegistry implements RegistryStore {

    private final TreeMap<String, KeptAnswer> answers = new TreeMap<>();
    private final Map<String, String> marks = new HashMap<>();

    @Override
    public void insert(KeptAnswer answer, String mark) {
        answers.put(answer.id(), answer);
        marks.put(answer.id(), mark);
    }

    @Override
    public boolean prove(KeptAnswer answer) {
        boolean fresh = answers.get(answer.id()).picture() == null;
        if (fresh) {
            answers.put(answer.id(), answer);
        }
        return fresh;
    }

    @Override
    public Optional<KeptAnswer> find(String id) {
        return Optional.ofNullable(answers.get(id));
    }

    @Override
    public Optional<KeptAnswer> latest(By by, String mark) {
        return answers.values().stream().filter(one -> one.question().by() == by && marks.get(one.id()).equals(mark))
            .filter(one -> one.verdict() != Verdict.UNKNOWN).max(Comparator.comparing(KeptAnswer::asOf));
    }

    @Override
    public List<KeptAnswer> list(String after, int limit) {
        return answers.descendingMap().values().stream().filter(one -> after == null || one.id().compareTo(after) < 0).limit(limit)
            .toList();
    }
}
