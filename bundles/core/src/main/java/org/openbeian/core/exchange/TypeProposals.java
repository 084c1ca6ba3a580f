package org.openbeian.core.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeian.api.model.App;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.TypeProposal;
import org.openbeian.api.order.TypeProposal.KnownFact;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.registry.PublicRegistry.PublicAnswer;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.order.Certificates;
import org.openbeian.core.order.PublicRegistries;
import org.openbeian.core.register.Domains;

/**
 * Proposes a filing type from what is known (E-08 to E-10, E-19). The register goes before the authority, and that before the public
 * register; what nobody can say proposes nothing. Thread-safe.
 */
final class TypeProposals {

    private static final String ORGANIZER = "/organizer";
    private static final String NOBODY = "nobody";
    private static final String PUBLIC = "public-register";

    private final Transactions transactions;
    private final RegisterStore register;
    private final Certificates certificates;
    private final Gateways gateways;
    private final PublicRegistries registries;
    private final Duration patience;

    /** With the time that the authority has for all answers of one proposal. */
    TypeProposals(Transactions transactions, RegisterStore register, Certificates certificates, Gateways gateways,
            PublicRegistries registries, Duration patience) {
        this.patience = patience;
        this.transactions = transactions;
        this.register = register;
        this.certificates = certificates;
        this.gateways = gateways;
        this.registries = registries;
    }

    TypeProposal of(Order order) {
        Authority authority = new Authority(gateways.forProvince(order.provinceId()), System.nanoTime() + patience.toNanos());
        KnownFact organizer = organizer(order, authority);
        List<KnownFact> services = new ArrayList<>();
        for (int i = 0; i < order.application().services().size(); i++) {
            InternetService service = order.application().services().get(i);
            services.add(service instanceof App app ? app(app, "/services/" + i, organizer)
                : service(service, "/services/" + i, authority));
        }
        List<KnownFact> facts = new ArrayList<>(services);
        facts.add(0, organizer);
        return proposal(order.type(), organizer, services, facts);
    }

    /**
     * Whom one proposal asks.
     *
     * @param route the way to the authority, if there is one
     * @param end when to stop waiting for it, in real time: somebody waits
     */
    private record Authority(Optional<Gateways.Route> route, long end) {
    }

    private KnownFact organizer(Order order, Authority authority) {
        String named = order.application().basis() == null ? null : order.application().basis().organizerNumber();
        if (named != null) {
            boolean known = transactions.call(() -> register.organizer(named)).isPresent();
            return new KnownFact(ORGANIZER, true, named, known ? Boolean.TRUE : null, known ? "register" : "entered");
        }
        Organizer organizer = order.application().organizer();
        String certificate = organizer == null ? null : organizer.certificateNumber();
        if (certificate == null || certificate.isBlank()) {
            return new KnownFact(ORGANIZER, null, null, null, NOBODY);
        }
        return transactions.call(() -> certificates.filed(certificate))
            .map(entry -> new KnownFact(ORGANIZER, true, entry.number(), true, "register"))
            .or(() -> asked(ORGANIZER, authority, organizer.certificateType(), certificate))
            .orElseGet(() -> published(organizer));
    }

    private KnownFact service(InternetService service, String pointer, Authority authority) {
        String domain = service instanceof WebSite && !service.domains().isEmpty() ? Domains.key(service.domains().get(0)) : null;
        if (domain == null) {
            return new KnownFact(pointer, null, null, null, NOBODY);
        }
        return transactions.call(() -> register.website(domain))
            .map(entry -> new KnownFact(pointer, true, entry.number(), entry.accessedHere(), "register"))
            .or(() -> asked(pointer, authority, null, domain))
            .orElseGet(() -> published(pointer, domain));
    }

    /**
     * An APP is told by its name among those of its organizer (A-08, E-08): one whose organizer is not filed is not either. The authority
     * cannot be asked by names of APPs.
     */
    private KnownFact app(App app, String pointer, KnownFact organizer) {
        if (organizer.filed() == null || app.name() == null || app.name().isBlank()) {
            return new KnownFact(pointer, null, null, null, NOBODY);
        }
        if (!organizer.filed()) {
            return new KnownFact(pointer, false, null, null, organizer.source());
        }
        if (organizer.number() == null) {
            return new KnownFact(pointer, null, null, null, NOBODY);
        }
        return transactions.call(() -> register.services(organizer.number())).stream()
            .filter(entry -> entry.ofApp() && app.name().equals(entry.name()) && entry.state() != ServiceState.CANCELLED).findFirst()
            .map(entry -> new KnownFact(pointer, true, entry.number(), entry.accessedHere(), "register"))
            .orElseGet(() -> published(app, pointer, organizer.number()));
    }

    /** Asked by its number, the public register shows all services of an organizer (T-50). */
    private KnownFact published(App app, String pointer, String organizer) {
        PublicAnswer answer = registries.ask(new PublicQuestion(By.NUMBER, organizer));
        List<PublicEntry> same = answer.entries().stream().filter(entry -> app.name().equals(entry.serviceName())
            && entry.serviceNumber() != null && entry.serviceNumber().endsWith("A")).toList();
        return answer.verdict() == Verdict.FOUND && same.isEmpty() ? new KnownFact(pointer, false, null, null, PUBLIC)
            : published(pointer, answer, same.stream().map(PublicEntry::serviceNumber));
    }

    /** What the authority says; empty when it does not answer. */
    private Optional<KnownFact> asked(String pointer, Authority authority, CertificateType certificate, String value) {
        if (authority.route().isEmpty() || ORGANIZER.equals(pointer) && certificate == null) {
            return Optional.empty();
        }
        return gateways.status(authority.route().get(), certificate, value, Duration.ofNanos(authority.end() - System.nanoTime()))
            .map(status -> new KnownFact(pointer, status.filed(), certificate == null ? status.serviceNumber()
                : status.organizerNumber(), status.filed() ? Boolean.FALSE : null, "authority"));
    }

    /** What the public register says of a unit; a person's name is shared by many, so that nothing follows from it. */
    private KnownFact published(Organizer organizer) {
        if (organizer.nature() == null || organizer.nature().isPerson() || organizer.name() == null) {
            return new KnownFact(ORGANIZER, null, null, null, NOBODY);
        }
        PublicAnswer answer = registries.ask(new PublicQuestion(By.UNIT_NAME, organizer.name()));
        return published(ORGANIZER, answer, answer.entries().stream().map(PublicEntry::organizerNumber));
    }

    private KnownFact published(String pointer, String domain) {
        PublicAnswer answer = registries.ask(new PublicQuestion(By.DOMAIN, domain));
        return published(pointer, answer, answer.entries().stream().map(PublicEntry::serviceNumber));
    }

    private static KnownFact published(String pointer, PublicAnswer answer, Stream<String> numbers) {
        return switch (answer.verdict()) {
            case FOUND -> new KnownFact(pointer, true, numbers.filter(Objects::nonNull).findFirst().orElse(null), false, PUBLIC);
            case NOT_FOUND -> new KnownFact(pointer, false, null, null, PUBLIC);
            case UNKNOWN -> new KnownFact(pointer, null, null, null, NOBODY);
        };
    }

    private static TypeProposal proposal(FilingType type, KnownFact organizer, List<KnownFact> services, List<KnownFact> facts) {
        boolean rests = type != FilingType.FIRST && type != FilingType.NEW_SERVICE && type != FilingType.ACCESS;
        if (rests) {
            return answer(type, type, "变更与注销由申请人选择", "Changes and cancellations are the applicant's choice", facts);
        }
        boolean unknown = organizer.filed() == null || services.isEmpty() || services.stream().anyMatch(one -> one.filed() == null);
        if (unknown) {
            return answer(type, null, "现有信息不足以判定备案类型", "What is known does not say which type fits", facts);
        }
        boolean allNew = services.stream().noneMatch(KnownFact::filed);
        boolean allFiled = services.stream().allMatch(KnownFact::filed);
        boolean own = services.stream().allMatch(one -> one.number() == null || organizer.number() == null
            || one.number().startsWith(organizer.number() + "-"));
        if (!organizer.filed()) {
            return allNew ? answer(type, FilingType.FIRST, "主体与服务均未备案", "Neither organizer nor services are filed", facts)
                : answer(type, null, "服务已由其他主体备案", "A service is filed by another organizer", facts);
        }
        if (allNew) {
            return answer(type, FilingType.NEW_SERVICE, "主体已备案，服务未备案", "The organizer is filed, the services are not", facts);
        }
        if (!allFiled || !own) {
            return answer(type, null, allFiled ? "服务已由其他主体备案" : "已备案与未备案的服务请分开提交",
                allFiled ? "A service is filed by another organizer" : "File services that are filed and new ones apart", facts);
        }
        return services.stream().allMatch(one -> Boolean.TRUE.equals(one.here()))
            ? answer(type, FilingType.CHANGE_SERVICE, "主体与服务均已在本商备案", "Organizer and services are filed here", facts)
            : answer(type, FilingType.ACCESS, "主体与服务已备案，尚未在本商接入", "Organizer and services are filed, without access here", facts);
    }

    private static TypeProposal answer(FilingType type, FilingType proposed, String zh, String en, List<KnownFact> facts) {
        return new TypeProposal(proposed, proposed == null || proposed == type, new LocalizedText(zh, en), facts);
    }
}
