package org.openbeian.security.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.store.AccountStore.Marks;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tells names, phone numbers and e-mail addresses apart, and makes the marks by which contacts are found. Thread-safe. */
@Component(service = Contacts.class)
public final class Contacts {

    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{2,63}");
    static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}");
    static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,20}");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile BlindIndex index;

    /** For Declarative Services. */
    public Contacts() {
    }

    Contacts(BlindIndex index) {
        this.index = index;
    }

    /** The mark of what may be a phone number or an e-mail address; empty when it is neither. */
    Optional<String> mark(String login) {
        if (EMAIL.matcher(login).matches()) {
            return Optional.of(index().mark(BlindIndex.Kind.EMAIL, login));
        }
        return PHONE.matcher(login).matches() ? Optional.of(index().mark(BlindIndex.Kind.PHONE, login)) : Optional.empty();
    }

    /** The marks of an account's contacts; either may be null. */
    Marks marks(String phone, String email) {
        return new Marks(phone == null ? null : index().mark(BlindIndex.Kind.PHONE, phone),
                email == null ? null : index().mark(BlindIndex.Kind.EMAIL, email));
    }

    /** The mark of a value. */
    String mark(BlindIndex.Kind kind, String value) {
        return index().mark(kind, value);
    }

    private BlindIndex index() {
        BlindIndex present = index;
        if (present == null) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "not-ready", "the index of contacts is not there yet; try again shortly");
        }
        return present;
    }
}
