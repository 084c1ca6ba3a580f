package org.openbeian.core.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.authority.ReportUpload;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.Report.State;
import org.openbeian.api.store.ExchangeStore.UploadFile;
import org.openbeian.api.store.ReportStore;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.core.order.AuthorityCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds one upload file out of the reports at the head of a lane, within one transaction. Used once, by one thread. */
final class ReportBatch {

    private static final Logger LOG = LoggerFactory.getLogger(ReportBatch.class);
    private static final int MOST = 1000;

    private final ReportStore store;
    private final AuthorityGateway gateway;
    private final String authorityId;
    private final ValidCodes codes;
    private final Consumer<List<ReportChange>> told;
    private final Map<Long, Report> reports = new LinkedHashMap<>();
    private final Map<Long, Effect> effects = new LinkedHashMap<>();
    private final List<Effect> finished = new ArrayList<>();
    private final Map<Effect, String> failed = new LinkedHashMap<>();
    private int looked;

    ReportBatch(ReportStore store, AuthorityGateway gateway, String authorityId, ValidCodes codes,
            Consumer<List<ReportChange>> told) {
        this.store = store;
        this.gateway = gateway;
        this.authorityId = authorityId;
        this.codes = codes;
        this.told = told;
    }

    /** Takes reports from the head until the bytes are used up, at least one; one about addresses goes alone. */
    void collect(List<Effect> head, long maximumBytes) {
        long bytes = 0;
        for (Effect effect : head) {
            if (!ReportCargo.isReport(effect) || reports.size() == MOST) {
                return;
            }
            Report report = waiting(effect);
            if (report != null) {
                boolean alone = report.kind().isAboutAddresses();
                bytes += bytes(report.content());
                if (!reports.isEmpty() && (alone || bytes > maximumBytes)) {
                    return;
                }
                reports.put(report.number(), report);
                effects.put(report.number(), effect);
                if (alone) {
                    looked++;
                    return;
                }
            }
            looked++;
        }
    }

    /** The report of an effect, locked so that nobody takes it back while the file is built; null when none is to be sent. */
    private Report waiting(Effect effect) {
        try {
            Report report = store.lock(ReportCargo.number(effect)).filter(one -> one.state() == State.QUEUED).orElse(null);
            if (report == null) {
                finished.add(effect);
            }
            return report;
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("The report of effect {} cannot be read", effect.id(), e);
            failed.put(effect, "the report cannot be read: " + e);
            return null;
        }
    }

    /** What a report takes in a file: its pictures are Base64. */
    private static long bytes(Object content) {
        if (content instanceof Map<?, ?> map) {
            return map.values().stream().mapToLong(ReportBatch::bytes).sum();
        }
        return content instanceof List<?> list ? list.stream().mapToLong(ReportBatch::bytes).sum()
            : content instanceof String text ? text.length() * 3L / 4 : 0;
    }

    /**
     * Builds the file; what cannot be expressed fails, what the gateway fails with is set aside.
     *
     * @return the file, or null when no report is left
     */
    UploadFile build(long sequence, Instant now) {
        PreparedUpload prepared = prepare();
        while (prepared != null && !prepared.problems().isEmpty()) {
            told.accept(prepared.problems().entrySet().stream().map(one -> refuse(one.getKey(), one.getValue(), now)).toList());
            prepared = prepare();
        }
        if (prepared == null) {
            return null;
        }
        reports.values().forEach(report -> store.update(report.in(sequence)));
        return new UploadFile(authorityId, sequence, prepared.file(), prepared.digest(), List.of(), now);
    }

    private ReportChange refuse(long number, List<String> problems, Instant now) {
        Report report = reports.remove(number);
        if (report == null) {
            throw new IllegalStateException("the gateway complains about report " + number + ", which was not asked");
        }
        finished.add(effects.remove(number));
        Report refused = report.with(State.FAILED, List.of(AuthorityCodes.refused("0", String.join("; ", problems))), now);
        store.update(refused);
        return new ReportChange(report, refused);
    }

    /** When each can be written alone, the file is too large for all of them: the later half waits for the next. */
    private PreparedUpload prepare() {
        boolean each = false;
        while (!reports.isEmpty()) {
            try {
                return prepare(reports.values());
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("A file of {} reports for authority {} cannot be built", reports.size(), authorityId, e);
                int before = reports.size();
                if (!each) {
                    setAsideWhatFails();
                    each = true;
                }
                if (reports.size() == before) {
                    leaveHalf();
                }
            }
        }
        return null;
    }

    private PreparedUpload prepare(Collection<Report> some) {
        return gateway.prepareReports(authorityId, some.stream().map(one -> new ReportUpload(one.number(), one.kind(), one.content()))
            .toList(), codes);
    }

    private void setAsideWhatFails() {
        for (Report report : List.copyOf(reports.values())) {
            try {
                prepare(List.of(report));
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                reports.remove(report.number());
                failed.put(effects.remove(report.number()), "the file cannot be built: " + e);
            }
        }
    }

    private void leaveHalf() {
        List<Long> numbers = List.copyOf(reports.keySet());
        if (numbers.size() == 1) {
            reports.clear();
            failed.put(effects.remove(numbers.get(0)), "the file cannot be built");
            return;
        }
        for (long number : numbers.subList((numbers.size() + 1) / 2, numbers.size())) {
            reports.remove(number);
            effects.remove(number);
            looked--;
        }
    }

    /** Effects that need no upload any more. */
    List<Effect> finished() {
        return finished;
    }

    /** Effects that failed on our side, with the cause. */
    Map<Effect, String> failed() {
        return failed;
    }

    /** How many effects of the head are settled, or in the file. */
    int looked() {
        return looked;
    }
}
