package org.openbeian.contract.kit;

import java.util.List;
import java.util.Map;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.rules.Circumstances.Verification;

/** What the server may know of an order beside what was entered, one thing at a time. */
public final class Known {

    private Known() {
    }

    /** A domain whose registrar lies abroad. */
    public static Circumstances overseasRegistrar(String domain) {
        DomainState state = new DomainState(domain, null, null, true, null, null, null, null, null, null, null, null, null, null);
        return new Circumstances(List.of(state), List.of(), Map.of(), null, null, null, null);
    }

    /** A face video that shows the principal, taken in a province. */
    public static Circumstances faceVideo(String subject, String province) {
        return new Circumstances(List.of(), List.of(new Verification(subject, true, province)), Map.of(), null, null, null, null);
    }

    /** The province to which a number belongs. */
    public static Circumstances phone(String number, String province) {
        return new Circumstances(List.of(), List.of(), Map.of(number, province), null, null, null, null);
    }
}
