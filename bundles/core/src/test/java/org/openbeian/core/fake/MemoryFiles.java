package org.openbeian.core.fake;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.authority.KeptFile;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.store.ExchangeStore;

/** The files of one authority in memory; refuses what the real store refuses. */
public final class MemoryFiles implements ExchangeStore, MemoryTransactions.Undoable {

    private final MemoryTransactions transactions;
    private TreeMap<Long, UploadFile> files = new TreeMap<>();
    private long accepted;
    private Map<String, String> results = new LinkedHashMap<>();
    private Map<String, byte[]> raw = new HashMap<>();
    private final Map<String, List<String>> noted = new LinkedHashMap<>();
    private Instant fetched;

    /** Joins the transactions. */
    public MemoryFiles(MemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public Runnable checkpoint() {
        TreeMap<Long, UploadFile> oldFiles = new TreeMap<>(files);
        long oldAccepted = accepted;
        Map<String, String> oldResults = new LinkedHashMap<>(results);
        Instant oldFetched = fetched;
        return () -> {
            files = oldFiles;
            accepted = oldAccepted;
            results = oldResults;
            fetched = oldFetched;
        };
    }

    @Override
    public void prepare(UploadFile file) {
        transactions.check();
        if (file.sequence() != accepted + 1 || files.containsKey(file.sequence())) {
            throw new IllegalStateException("file " + file.sequence() + " after " + accepted);
        }
        files.put(file.sequence(), file);
    }

    @Override
    public Optional<UploadFile> pending(String authorityId) {
        transactions.check();
        return Optional.ofNullable(files.get(accepted + 1));
    }

    @Override
    public Optional<UploadFile> file(String authorityId, long sequence) {
        return Optional.ofNullable(files.get(sequence));
    }

    @Override
    public boolean accepted(String authorityId, long sequence, Instant at) {
        transactions.check();
        if (sequence != accepted + 1 || !files.containsKey(sequence)) {
            return false;
        }
        accepted = sequence;
        return true;
    }

    @Override
    public void drop(String authorityId, long sequence) {
        transactions.check();
        if (sequence <= accepted) {
            throw new IllegalStateException("file " + sequence + " was accepted");
        }
        files.remove(sequence);
    }

    @Override
    public long lastAccepted(String authorityId) {
        return accepted;
    }

    /** As if the kept copy of a file were gone. */
    public void forget(long sequence) {
        files.remove(sequence);
    }

    @Override
    public boolean received(String authorityId, ResultFile file, Instant at) {
        transactions.check();
        if ("applied".equals(results.get(file.name()))) {
            return false;
        }
        results.put(file.name(), "received");
        raw.put(file.name(), file.content());
        return true;
    }

    @Override
    public void applied(String authorityId, String fileName, Instant at) {
        transactions.check();
        results.put(fileName, "applied");
    }

    @Override
    public void noted(String authorityId, String fileName, List<String> notes) {
        transactions.check();
        noted.put(fileName, List.copyOf(notes));
    }

    /** What of result files nobody handles, by name. */
    public Map<String, List<String>> notes() {
        return noted;
    }

    @Override
    public List<KeptFile> files(String authorityId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void damaged(String authorityId, String fileName, String reason, Instant at) {
        transactions.check();
        results.put(fileName, "damaged: " + reason);
    }

    @Override
    public List<OpenResult> openResults(String authorityId) {
        return results.entrySet().stream().filter(entry -> !"applied".equals(entry.getValue())
            && !"dismissed".equals(entry.getValue()))
            .map(entry -> new OpenResult(authorityId, entry.getKey(), entry.getValue(), Instant.EPOCH)).toList();
    }

    @Override
    public boolean dismiss(String authorityId, String fileName, String reason, Instant at) {
        transactions.check();
        return results.replace(fileName, "dismissed") != null;
    }

    /** What became of the result files, by name. */
    public Map<String, String> results() {
        return results;
    }

    @Override
    public Optional<Instant> lastFetched(String authorityId) {
        return Optional.ofNullable(fetched);
    }

    @Override
    public void fetched(String authorityId, Instant at) {
        transactions.check();
        fetched = at;
    }

    @Override
    public int trim(Instant before, int limit) {
        throw new UnsupportedOperationException();
    }
}
