package org.openbeian.core.fact;

import java.time.LocalDate;
import org.openbeian.api.rules.FilingCase;

/**
 * One thing of a case that rules look at: the order, a principal, a service, a domain or an access. Keeps each value it
 * was asked for. For one thread.
 */
public final class Part implements Values {

    private static final Object ABSENT = new Object();

    private final Scope scope;
    private final Part around;
    private final FilingCase filing;
    private final Object subject;
    private final String pointer;
    private final LocalDate today;
    private final Object[] values;

    Part(Scope scope, Part around, FilingCase filing, LocalDate today, Object subject, String pointer, int facts) {
        this.scope = scope;
        this.around = around;
        this.filing = filing;
        this.subject = subject;
        this.pointer = pointer;
        this.today = today;
        this.values = new Object[facts];
    }

    /** What kind of thing it is. */
    public Scope scope() {
        return scope;
    }

    /** Where it is in the application. */
    public String pointer() {
        return pointer;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public Object value(FactKey key) {
        Part owner = owner(key.scope());
        if (key.index() < 0) {
            return key.extract(owner);
        }
        Object value = owner.values[key.index()];
        if (value == null) {
            value = key.extract(owner);
            owner.values[key.index()] = value == null ? ABSENT : value;
        }
        return value == ABSENT ? null : value;
    }

    /** Pointer of the field that a fact comes from. */
    public String pointer(FactKey key) {
        return key.pointerIn(owner(key.scope()));
    }

    FilingCase filing() {
        return filing;
    }

    Part around() {
        return around;
    }

    <T> T subject(Class<T> type) {
        return type.cast(subject);
    }

    private Part owner(Scope wanted) {
        Part part = this;
        while (part.scope != wanted) {
            part = part.around;
        }
        return part;
    }
}
