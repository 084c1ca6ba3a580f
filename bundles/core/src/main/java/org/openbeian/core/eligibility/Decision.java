package org.openbeian.core.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.eligibility.Need;
import org.openbeian.api.model.FilingType;

/** A decision while it is made: needs, types, the rules used and what was not told. */
final class Decision {

    final List<String> rules = new ArrayList<>();
    final List<FilingType> types = new ArrayList<>();
    final List<String> missing = new ArrayList<>();
    Need filing = Need.UNKNOWN;
    Need access = Need.UNKNOWN;
    boolean remark;

    Decision use(String... rows) {
        rules.addAll(List.of(rows));
        return this;
    }

    Decision needs(Need newFiling, Need newAccess) {
        filing = newFiling;
        access = newAccess;
        return this;
    }

    Decision file(FilingType... as) {
        types.addAll(List.of(as));
        return this;
    }

    Decision without(String part) {
        missing.add(part);
        return this;
    }
}
