package org.openbeian.core.blocking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.gate.Blockings.Hold;

/** For which cases a domain is isolated, and which of them let it go. */
final class Holds {

    /** What was let go before is in the audit. */
    private static final int MOST = 50;

    private Holds() {
    }

    /** One hold more, unless the case holds already; null for no case. */
    static List<Hold> with(List<Hold> holds, String caseId, Instant now) {
        if (caseId == null || open(holds).contains(caseId)) {
            return holds;
        }
        List<Hold> more = new ArrayList<>(holds);
        more.add(new Hold(caseId, now, null));
        int spare = more.size() - MOST;
        more.removeAll(more.stream().filter(hold -> hold.liftedAt() != null).limit(Math.max(0, spare)).toList());
        return more;
    }

    /** The cases that hold. */
    static List<String> open(List<Hold> holds) {
        return holds.stream().filter(hold -> hold.liftedAt() == null).map(Hold::caseId).toList();
    }

    /** The same, where some cases let go now. */
    static List<Hold> without(List<Hold> holds, List<String> cases, Instant now) {
        return holds.stream().map(hold -> hold.liftedAt() == null && cases.contains(hold.caseId())
            ? new Hold(hold.caseId(), hold.since(), now) : hold).toList();
    }

    /** The holds of one case. */
    static List<Hold> of(List<Hold> holds, String caseId) {
        return holds.stream().filter(hold -> hold.caseId().equals(caseId)).toList();
    }
}
