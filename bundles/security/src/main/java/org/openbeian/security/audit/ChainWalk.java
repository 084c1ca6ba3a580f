package org.openbeian.security.audit;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.ChainReport;
import org.openbeian.api.store.AuditStore;
import org.openbeian.api.store.AuditStore.Chain;

/** A walk along the chain that holds each entry against the one before. Confined to a thread. */
final class ChainWalk {

    private static final int FAULTS = 100;

    private final Chain begin;
    private final List<String> faults = new ArrayList<>();
    private long nextNo;
    private String previous;
    private long entries;
    private boolean cutTold;

    ChainWalk(Chain begin) {
        this.begin = begin;
        this.nextNo = begin.firstNo();
        this.previous = begin.firstPrevious();
        this.cutTold = begin.firstNo() == 1;
    }

    long nextNo() {
        return nextNo;
    }

    void step(AuditEntry entry) {
        if (entry.no() != nextNo) {
            fault(nextNo == entry.no() - 1 ? "entry " + nextNo + " is missing"
                : "entries " + nextNo + " to " + (entry.no() - 1) + " are missing");
        } else if (!previous.equals(entry.previousHash())) {
            fault("entry " + entry.no() + " does not follow the one before");
        }
        if (!ChainedAudit.hash(entry).equals(entry.hash())) {
            fault("entry " + entry.no() + " was changed");
        }
        cutTold |= AuditStore.CUT.equals(entry.action()) && Long.toString(begin.firstNo()).equals(entry.objectId())
            && begin.firstPrevious().equals(entry.details().get("previousHash"));
        previous = entry.hash();
        nextNo = entry.no() + 1;
        entries++;
    }

    /** Holds the last entry against the noted end. */
    void end(Chain noted) {
        if (noted.lastNo() >= nextNo) {
            fault("the end was cut off: entries " + nextNo + " to " + noted.lastNo() + " are missing");
        } else if (noted.lastNo() < nextNo - 1) {
            fault("entries " + (noted.lastNo() + 1) + " to " + (nextNo - 1) + " were put in behind the end");
        } else if (!noted.lastHash().equals(previous)) {
            fault("entry " + noted.lastNo() + " is not the one that was sealed last");
        }
        if (!cutTold) {
            fault("entries before " + begin.firstNo() + " are missing and no entry tells of their removal");
        }
    }

    ChainReport report() {
        return new ChainReport(1, entries, faults);
    }

    private void fault(String text) {
        if (faults.size() < FAULTS) {
            faults.add(text);
        }
    }
}
