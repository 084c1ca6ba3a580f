package org.openbeian.core.rules;

import org.openbeian.api.rules.ProvinceRules;

/** Rules whose file the province extender has read already, examples and all: it is not read a second time. */
public interface ReadRules extends ProvinceRules {

    /** The file as it was read; null when it was not, and {@link #text()} is still to be read. */
    RuleFile file();
}
