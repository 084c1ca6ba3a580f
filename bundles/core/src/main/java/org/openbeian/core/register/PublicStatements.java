package org.openbeian.core.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.PublicUnit;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.register.Statement.StatedService;

/** Answers of the public register as statements about organizers that the register holds. Stateless. */
public final class PublicStatements {

    private PublicStatements() {
    }

    /**
     * What an answer says; nothing for UNKNOWN. Joins the caller's transaction.
     *
     * @param question in its canonical form
     */
    public static List<Statement> of(PublicQuestion question, Verdict verdict, List<PublicEntry> entries, RegisterStore register) {
        if (verdict == Verdict.UNKNOWN) {
            return List.of();
        }
        return switch (question.by()) {
            case DOMAIN -> register.byDomain(question.value()).map(ours -> List.of(ofDomain(ours, entries))).orElse(List.of());
            case NUMBER -> verdict == Verdict.FOUND ? byOrganizer(entries, register) : List.of(ofMissing(question.value()));
            case UNIT_NAME -> byOrganizer(entries, register);
        };
    }

    /** Whose the domain is; the other domains of its service are not told. */
    private static Statement ofDomain(ServiceEntry ours, List<PublicEntry> entries) {
        Optional<PublicEntry> same = entries.stream().filter(one -> ours.number().equals(one.serviceNumber())).findFirst();
        String whose = same.or(() -> entries.stream().findFirst()).map(PublicEntry::organizerNumber).orElse(null);
        return new Statement(ours.organizerNumber(), null, null, List.of(new StatedService(ours.number(), !entries.isEmpty(),
            same.map(PublicEntry::serviceName).orElse(null), null, null, whose)));
    }

    private static Statement ofMissing(String number) {
        String organizer = number.replaceFirst("-\\d+[A-Z]?$", "");
        return number.equals(organizer) ? new Statement(number, false, null, List.of())
            : new Statement(organizer, null, null, List.of(new StatedService(number, false, null, null, null, null)));
    }

    /** The entries of each organizer that the register holds; a service with several domains has an entry for each. */
    private static List<Statement> byOrganizer(List<PublicEntry> entries, RegisterStore register) {
        Map<String, List<PublicEntry>> byNumber = new LinkedHashMap<>();
        entries.forEach(one -> byNumber.computeIfAbsent(one.organizerNumber(), number -> new ArrayList<>()).add(one));
        return byNumber.entrySet().stream().filter(one -> register.organizer(one.getKey()).isPresent())
            .map(one -> of(one.getKey(), one.getValue())).toList();
    }

    private static Statement of(String number, List<PublicEntry> entries) {
        String name = entries.stream().map(PublicEntry::organizer).filter(Objects::nonNull).map(PublicUnit::name).filter(Objects::nonNull)
            .findFirst().orElse(null);
        Stream<String> services = entries.stream().map(PublicEntry::serviceNumber).filter(Objects::nonNull).distinct();
        return new Statement(number, true, name, services.map(service -> service(service, entries.stream()
            .filter(one -> service.equals(one.serviceNumber())).toList())).toList());
    }

    private static StatedService service(String number, List<PublicEntry> entries) {
        TreeSet<String> domains = new TreeSet<>();
        entries.forEach(one -> domains.addAll(one.domains()));
        return new StatedService(number, true, entries.stream().map(PublicEntry::serviceName).filter(Objects::nonNull).findFirst()
            .orElse(null), domains.isEmpty() ? null : List.copyOf(domains), null, entries.get(0).organizerNumber());
    }
}
