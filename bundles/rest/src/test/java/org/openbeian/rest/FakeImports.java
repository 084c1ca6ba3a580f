package org.openbeian.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.imports.Imports;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.resource.DomainRegistry;
import org.openbeian.api.security.Actor;

/** Counts lines; one that holds "bad" is bad. */
final class FakeImports implements Imports {

    private final Map<String, Progress> imports = new TreeMap<>();

    @Override
    public Progress run(Actor actor, Content content, InputStream in) {
        try {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            long bad = lines.stream().filter(line -> line.contains("bad")).count();
            Instant now = Instant.EPOCH;
            Progress end = new Progress(content, actor.account(), lines.size(), lines.size() - bad, bad, 0, now, now, now);
            imports.put(content.id(), end);
            return end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Progress> find(String id) {
        return Optional.ofNullable(imports.get(id));
    }

    @Override
    public List<Progress> list(int limit) {
        return List.copyOf(imports.values());
    }

    @Override
    public List<BadLine> badLines(String id, long after, int limit) {
        return after > 0 ? List.of() : List.of(new BadLine(2, new LocalizedText("不好", "bad")));
    }

    /** Domains in memory. */
    static final class Domains implements DomainRegistry {

        private final Map<String, DomainRegistration> known = new TreeMap<>();

        @Override
        public Optional<DomainRegistration> find(String domain) {
            return Optional.ofNullable(known.get(domain));
        }

        @Override
        public List<DomainRegistration> ofAccount(String account) {
            return known.values().stream().filter(domain -> account.equals(domain.account())).toList();
        }

        @Override
        public void put(DomainRegistration registration) {
            known.put(registration.state().domain(), registration);
        }
    }
}
