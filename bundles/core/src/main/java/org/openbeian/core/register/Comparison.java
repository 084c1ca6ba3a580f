package org.openbeian.core.register;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openbeian.api.correction.ComparedField;
import org.openbeian.api.correction.ComparedField.Likeness;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.security.Masks;
import org.openbeian.core.register.Statement.StatedService;

/** Puts the register beside a statement, field by field: same, different or unknown. For one thread. */
public final class Comparison {

    private static final String FILED = "filed";
    private static final String NOT_FILED = "not filed";

    private final String source;
    private final Instant asOf;
    private final List<ComparedField> fields = new ArrayList<>();

    private Comparison(String source, Instant asOf) {
        this.source = source;
        this.asOf = asOf;
    }

    /**
     * Compares.
     *
     * @param organizer what the register holds, or null
     * @param services its services
     */
    public static List<ComparedField> of(OrganizerEntry organizer, List<ServiceEntry> services, Statement theirs, String source,
            Instant asOf) {
        Comparison comparison = new Comparison(source, asOf);
        boolean filed = organizer != null && organizer.state() != OrganizerState.CANCELLED;
        if (organizer == null && Boolean.TRUE.equals(theirs.filed())) {
            comparison.strange("/organizer", theirs.services().stream().anyMatch(one -> Boolean.TRUE.equals(one.here())));
        } else {
            comparison.filed("/organizer", filed, theirs.filed(), null);
        }
        if (filed) {
            comparison.name(organizer, theirs.name());
        }
        services.forEach(ours -> theirs.services().stream().filter(one -> ours.number().equals(one.number())).findFirst()
            .ifPresent(stated -> comparison.service(ours, stated)));
        theirs.services().stream().filter(one -> services.stream().noneMatch(ours -> ours.number().equals(one.number())))
            .filter(one -> Boolean.TRUE.equals(one.filed()))
            .forEach(one -> comparison.strange("/services/" + one.number(), Boolean.TRUE.equals(one.here())));
        return comparison.fields;
    }

    private void add(String pointer, Likeness likeness, String ours, String theirs) {
        fields.add(new ComparedField(pointer, likeness, ours, theirs, source, asOf));
    }

    private void filed(String pointer, boolean ours, Boolean theirs, String detail) {
        add(pointer, theirs == null ? Likeness.UNKNOWN : theirs == ours ? Likeness.SAME : Likeness.DIFFERENT, ours ? FILED : NOT_FILED,
            theirs == null ? null : !theirs ? NOT_FILED : detail == null ? FILED : detail);
    }

    /** Erased names are empty and say nothing. */
    private void name(OrganizerEntry organizer, String theirs) {
        boolean unit = organizer.data() != null && organizer.data().nature() != null && !organizer.data().nature().isPerson();
        text("/organizer/name", organizer.name(), theirs, unit);
    }

    private void text(String pointer, String ours, String theirs, boolean clear) {
        boolean unknown = ours == null || ours.isEmpty() || theirs == null || theirs.isEmpty();
        add(pointer, unknown ? Likeness.UNKNOWN : plain(ours).equals(plain(theirs)) ? Likeness.SAME : Likeness.DIFFERENT,
            shown(ours, clear), shown(theirs, clear));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }

    private static String shown(String text, boolean clear) {
        return text == null || text.isEmpty() ? null : clear ? text : Masks.name(text);
    }

    private void service(ServiceEntry ours, StatedService theirs) {
        String pointer = "/services/" + ours.number();
        boolean filed = ours.state() != ServiceState.CANCELLED;
        filed(pointer, filed, theirs.filed(), null);
        if (!filed || !Boolean.TRUE.equals(theirs.filed())) {
            return;
        }
        if (theirs.organizerNumber() != null) {
            text(pointer + "/organizer", ours.organizerNumber(), theirs.organizerNumber(), true);
        }
        text(pointer + "/name", ours.name(), theirs.name(), true);
        domains(pointer + "/domains", ours.domains(), theirs.domains());
        Optional<Boolean> here = ours.accesses().isEmpty() ? Optional.empty() : Optional.of(ours.accessedHere());
        boolean unknown = here.isEmpty() || theirs.here() == null;
        add(pointer + "/here", unknown ? Likeness.UNKNOWN : here.get().equals(theirs.here()) ? Likeness.SAME : Likeness.DIFFERENT,
            here.map(String::valueOf).orElse(null), theirs.here() == null ? null : theirs.here().toString());
    }

    private void domains(String pointer, List<String> ours, List<String> theirs) {
        boolean unknown = theirs == null || theirs.isEmpty();
        add(pointer, unknown ? Likeness.UNKNOWN : keys(ours).equals(keys(theirs)) ? Likeness.SAME : Likeness.DIFFERENT,
            String.join(" ", keys(ours)), unknown ? null : String.join(" ", keys(theirs)));
    }

    private static TreeSet<String> keys(Collection<String> domains) {
        TreeSet<String> keys = new TreeSet<>();
        domains.forEach(domain -> keys.add(Domains.key(domain)));
        return keys;
    }

    /** What the register does not hold: a fault when it is accessed here, otherwise another provider may have filed it. */
    private void strange(String pointer, boolean here) {
        add(pointer, here ? Likeness.DIFFERENT : Likeness.UNKNOWN, null, FILED);
    }
}
