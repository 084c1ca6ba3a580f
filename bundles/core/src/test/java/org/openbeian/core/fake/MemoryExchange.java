package org.openbeian.core.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.authority.KeptFile;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.store.ExchangeStore;

/** At most one pending upload in memory; nothing else of an exchange. */
public final class MemoryExchange implements ExchangeStore {

    private UploadFile pending;
    private final List<OpenResult> open = new ArrayList<>();

    /** As if a file had come that could not be applied. */
    public void leaveOpen(OpenResult file) {
        open.add(file);
    }

    @Override
    public List<OpenResult> openResults(String authorityId) {
        return open.stream().filter(file -> authorityId == null || authorityId.equals(file.authorityId())).toList();
    }

    @Override
    public boolean dismiss(String authorityId, String fileName, String reason, Instant at) {
        return open.removeIf(file -> file.authorityId().equals(authorityId) && file.name().equals(fileName));
    }

    @Override
    public void prepare(UploadFile file) {
        pending = file;
    }

    @Override
    public Optional<UploadFile> pending(String authorityId) {
        return Optional.ofNullable(pending).filter(file -> file.authorityId().equals(authorityId));
    }

    @Override
    public boolean accepted(String authorityId, long sequence, Instant at) {
        pending = null;
        return true;
    }

    @Override
    public void drop(String authorityId, long sequence) {
        pending = null;
    }

    @Override
    public Optional<UploadFile> file(String authorityId, long sequence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long lastAccepted(String authorityId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean received(String authorityId, ResultFile file, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void applied(String authorityId, String fileName, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void noted(String authorityId, String fileName, List<String> notes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<KeptFile> files(String authorityId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void damaged(String authorityId, String fileName, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> lastFetched(String authorityId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void fetched(String authorityId, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int trim(Instant before, int limit) {
        throw new UnsupportedOperationException();
    }
}
