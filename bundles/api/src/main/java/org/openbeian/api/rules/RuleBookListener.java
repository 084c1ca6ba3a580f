package org.openbeian.api.rules;

import org.osgi.annotation.versioning.ConsumerType;

/** Register as a service to be told when another rule book is in force. */
@ConsumerType
public interface RuleBookListener {

    /**
     * Called after the swap, one call at a time; must return fast and must not throw.
     *
     * @param now the rule book in force
     */
    void changed(RuleBook now);
}
