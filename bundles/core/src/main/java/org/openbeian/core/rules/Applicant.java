package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.core.fact.FactKey;
import org.openbeian.core.fact.Values;

/**
 * What is known of an applicant before he has entered anything. A fact that is not known yet is not an absent one: every
 * condition on it is undecided. Immutable and thread-safe.
 */
final class Applicant implements Values {

    private final Map<String, Object> known = new HashMap<>();
    private final LocalDate day;
    private final FilingType type;
    private final OrganizerNature nature;

    Applicant(String provinceId, FilingType type, OrganizerNature nature, LocalDate day) {
        this.day = day;
        this.type = type;
        this.nature = nature;
        known.put("organizer.province", provinceId);
        known.put("filing.type", type.name());
        known.put("filing.date", day);
        known.put("organizer.nature", nature.name());
        known.put("organizer.isPerson", nature.isPerson());
    }

    private Applicant(Applicant other, String fact, Object value) {
        this.day = other.day;
        this.type = other.type;
        this.nature = other.nature;
        known.putAll(other.known);
        known.put(fact, value);
    }

    /** The same applicant, with one more thing known. */
    Applicant knowing(String fact, Object value) {
        return new Applicant(this, fact, value);
    }

    FilingType type() {
        return type;
    }

    OrganizerNature nature() {
        return nature;
    }

    @Override
    public Object value(FactKey key) {
        return known.get(key.name());
    }

    @Override
    public LocalDate today() {
        return day;
    }

    boolean concerns(Validity validity) {
        return validity.holds(type, day);
    }

    /** Whether a condition holds for the applicant, as far as it can be told yet; one of null always does. */
    Truth test(Condition condition) {
        if (condition == null) {
            return Truth.TRUE;
        }
        if (condition instanceof Condition.All all) {
            return joined(all.parts(), Truth.FALSE, Truth.TRUE);
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.parts(), Truth.TRUE, Truth.FALSE);
        }
        if (condition instanceof Condition.Not not) {
            Truth inner = test(not.part());
            return inner == Truth.UNDECIDED ? inner : Truth.of(inner == Truth.FALSE);
        }
        boolean[] all = {true};
        Consumer<FactKey> look = fact -> all[0] &= known.containsKey(fact.name());
        condition.facts(look);
        return all[0] ? condition.test(this) : Truth.UNDECIDED;
    }

    private Truth joined(List<Condition> parts, Truth decisive, Truth otherwise) {
        Truth result = otherwise;
        for (Condition part : parts) {
            Truth truth = test(part);
            if (truth == decisive) {
                return decisive;
            }
            result = truth == Truth.UNDECIDED ? truth : result;
        }
        return result;
    }
}
