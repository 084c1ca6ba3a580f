package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.key.BlindIndex.Kind;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Masks;

/** The natural persons that an application names. */
final class People {

    private People() {
    }

    /** A free text about an order: numbers, addresses and the names of its persons masked. */
    static String mask(Order order, String text) {
        return text == null ? null : Masks.text(text, names(order.application()));
    }

    /** The marks by which an order is found: those of its certificate and mobile numbers. */
    static Set<String> marks(Application application, BlindIndex index) {
        Set<String> marks = new HashSet<>();
        certificates(application).filter(People::isEntered).forEach(one -> marks.add(index.mark(Kind.CERTIFICATE_NUMBER, one)));
        principals(application).flatMap(one -> Stream.of(one.mobile(), one.emergencyContact())).filter(People::isEntered)
            .forEach(one -> marks.add(index.mark(Kind.PHONE, one)));
        return marks;
    }

    private static Collection<String> names(Application application) {
        List<String> names = new ArrayList<>(principals(application).map(Principal::name).toList());
        Organizer organizer = application.organizer();
        if (organizer != null) {
            names.add(organizer.nature() != null && organizer.nature().isPerson() ? organizer.name() : null);
            names.add(organizer.legalRepresentative() == null ? null : organizer.legalRepresentative().name());
        }
        return names.stream().filter(People::isEntered).toList();
    }

    private static Stream<String> certificates(Application application) {
        Organizer organizer = application.organizer();
        LegalRepresentative legal = organizer == null ? null : organizer.legalRepresentative();
        return Stream.concat(principals(application).map(Principal::certificateNumber),
            Stream.of(organizer == null ? "" : organizer.certificateNumber(), legal == null ? "" : legal.certificateNumber()));
    }

    private static Stream<Principal> principals(Application application) {
        Stream<Principal> ofOrganizer = Stream.of(application).map(Application::organizer).filter(Objects::nonNull)
            .map(Organizer::principal);
        return Stream.concat(ofOrganizer, application.services().stream().map(service -> service.principal()))
            .filter(Objects::nonNull);
    }

    private static boolean isEntered(String text) {
        return text != null && !text.isBlank();
    }
}
