package org.openbeian.core.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.authority.AuthorityUnavailable;
import org.openbeian.api.authority.DamagedFile;
import org.openbeian.api.authority.FiledStatus;
import org.openbeian.api.authority.FilingSubmission;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.authority.PreviousUpload;
import org.openbeian.api.authority.ReportUpload;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.authority.UploadOutcome;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.report.ReportFault;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportPart;

/** An authority with sequence numbers, result files and faults. */
final class Authority implements AuthorityGateway {

    final TreeMap<Long, String> taken = new TreeMap<>();
    /** What is filed, by domain or number of a certificate. */
    final Map<String, FiledStatus> filed = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    final Deque<Fault> faults = new ArrayDeque<>();
    final Map<Long, List<String>> problems = new HashMap<>();
    final Deque<String> waiting = new ArrayDeque<>();
    final Map<String, List<AuthorityResult>> contents = new HashMap<>();
    final Deque<UploadOutcome> refusals = new ArrayDeque<>();
    /** Contents that arrive whole only at the second try. */
    Map<String, List<AuthorityResult>> repair = Map.of();
    long throwsAt = -1;
    /** How many reports a file holds. */
    int most = Integer.MAX_VALUE;
    /** The parts of reports that come next. */
    List<String> ranges = List.of();
    boolean configured = true;
    /** The one account that is configured, or null for all. */
    String only;
    boolean reachable = true;
    Runnable onStatus;
    volatile int statusCalls;
    Fate fate;

    enum Fault { NONE, ANSWER_LOST, REQUEST_LOST, THROWS }

    /** All submissions in the files taken, in order. */
    List<Long> submissions() {
        return taken.values().stream().flatMap(file -> Arrays.stream(file.split(","))).map(Long::valueOf).toList();
    }

    /** What it has no element for, of each filing. */
    List<String> leftOut = List.of();

    @Override
    public boolean isConfigured(String authorityId) {
        return configured && (only == null || only.equals(authorityId));
    }

    @Override
    public FiledStatus status(String authorityId, CertificateType certificate, String value) throws AuthorityUnavailable {
        if (!reachable) {
            throw new AuthorityUnavailable("down", null);
        }
        statusCalls++;
        if (onStatus != null) {
            onStatus.run();
        }
        return filed.getOrDefault(value, new FiledStatus(false, null, null));
    }

    @Override
    public boolean takesApps(String authorityId) {
        return configured && (only == null || only.equals(authorityId));
    }

    @Override
    public PreparedUpload prepare(String authorityId, List<FilingSubmission> filings, ValidCodes codes) {
        if (filings.stream().anyMatch(filing -> filing.submissionNo() == throwsAt)) {
            throw new IllegalStateException("a bug");
        }
        Map<Long, List<String>> bad = new HashMap<>(problems);
        bad.keySet().retainAll(filings.stream().map(FilingSubmission::submissionNo).toList());
        String file = filings.stream().map(filing -> Long.toString(filing.submissionNo())).collect(Collectors.joining(","));
        return bad.isEmpty() ? new PreparedUpload(file.getBytes(StandardCharsets.UTF_8), "digest " + file, Map.of(),
            filings.stream().collect(Collectors.toMap(FilingSubmission::submissionNo, filing -> leftOut)))
            : new PreparedUpload(null, null, bad);
    }

    @Override
    public List<ReportField> reportFields(ReportKind kind) {
        return List.of();
    }

    @Override
    public List<ReportFault> check(ReportKind kind, Map<String, Object> content, ValidCodes codes) {
        return content.containsKey("wrong") ? List.of(new ReportFault("/wrong", new LocalizedText("错", "is wrong"),
            new LocalizedText("改", "mend it"))) : List.of();
    }

    @Override
    public List<ReportPart> reportParts(ReportKind kind, Map<String, Object> content) {
        return ranges.stream().map(name -> new ReportPart(name, "/Ly/" + name)).toList();
    }

    @Override
    public PreparedUpload prepareReports(String authorityId, List<ReportUpload> reports, ValidCodes codes) {
        if (reports.size() > most || reports.stream().anyMatch(one -> one.number() == throwsAt)) {
            throw new ClassCastException("a bug");
        }
        Map<Long, List<String>> bad = new HashMap<>(problems);
        bad.keySet().retainAll(reports.stream().map(ReportUpload::number).toList());
        String file = reports.stream().map(one -> "-" + one.number()).collect(Collectors.joining(","));
        return bad.isEmpty() ? new PreparedUpload(file.getBytes(StandardCharsets.UTF_8), "digest " + file, Map.of())
            : new PreparedUpload(null, null, bad);
    }

    @Override
    public UploadOutcome upload(String authorityId, long sequence, byte[] file, String digest) {
        calls.add("upload " + sequence);
        point();
        Fault fault = faults.isEmpty() ? Fault.NONE : faults.poll();
        if (fault == Fault.REQUEST_LOST) {
            return new UploadOutcome.Doubtful("time out");
        }
        if (!refusals.isEmpty()) {
            return refusals.poll();
        }
        UploadOutcome outcome = take(sequence, new String(file, StandardCharsets.UTF_8));
        point();
        if (fault == Fault.THROWS) {
            throw new IllegalStateException("a bug after the call");
        }
        return fault == Fault.ANSWER_LOST ? new UploadOutcome.Doubtful("connection reset") : outcome;
    }

    private UploadOutcome take(long sequence, String file) {
        List<Long> missing = LongStream.range(1, sequence).filter(no -> !taken.containsKey(no)).boxed().toList();
        if (!missing.isEmpty()) {
            return new UploadOutcome.Gap(missing);
        }
        if (taken.containsKey(sequence)) {
            throw new AssertionError("file " + sequence + " was sent twice");
        }
        taken.put(sequence, file);
        return new UploadOutcome.Accepted();
    }

    @Override
    public PreviousUpload previousUpload(String authorityId) throws AuthorityUnavailable {
        calls.add("previous");
        point();
        check();
        return taken.isEmpty() ? new PreviousUpload(0, null)
            : new PreviousUpload(taken.lastKey(), "digest " + taken.lastEntry().getValue());
    }

    /** Has a result file ready. */
    void say(String name, AuthorityResult... results) {
        waiting.add(name);
        contents.put(name, List.of(results));
    }

    @Override
    public ResultFile download(String authorityId) throws AuthorityUnavailable {
        point();
        check();
        return waiting.isEmpty() ? null : new ResultFile(waiting.peek(), new byte[] {1}, "d", waiting.size() > 1);
    }

    @Override
    public List<AuthorityResult> read(String authorityId, ResultFile file) throws DamagedFile {
        if (contents.get(file.name()) == null) {
            contents.putAll(repair);
            throw new DamagedFile("the digest is wrong", null);
        }
        return contents.get(file.name());
    }

    @Override
    public void acknowledge(String authorityId, String fileName) throws AuthorityUnavailable {
        calls.add("acknowledge " + fileName);
        point();
        check();
        waiting.remove(fileName);
        point();
    }

    private void check() throws AuthorityUnavailable {
        if (!reachable) {
            throw new AuthorityUnavailable("no route to host", null);
        }
    }

    private void point() {
        if (fate != null) {
            fate.point();
        }
    }
}
