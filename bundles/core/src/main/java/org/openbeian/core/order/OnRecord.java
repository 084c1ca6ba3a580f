package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.rules.Circumstances.FiledOrganizer;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.identifier.FilingNumber;

/**
 * What our register holds of the organizer and the services that an order is about. An account sees only organizers that came
 * here by an order of its own; any other one is as good as filed elsewhere. Every method joins the caller's transaction.
 */
final class OnRecord {

    private static final String ORGANIZER = "/basis/organizerNumber";
    private static final String SERVICES = "/basis/serviceNumbers";
    private static final LocalizedText CHECK = text("请核对备案号", "Check the filing number");

    private final OrderStore orders;
    private final RegisterStore register;

    OnRecord(OrderStore orders, RegisterStore register) {
        this.orders = orders;
        this.register = register;
    }

    /** The account's organizer with this number, unless it is cancelled. */
    Optional<OrganizerEntry> organizer(String account, String number) {
        return Optional.ofNullable(number).flatMap(register::organizer).filter(entry -> entry.state() != OrganizerState.CANCELLED)
            .filter(entry -> orders.load(entry.orderId()).filter(order -> order.account().equals(account)).isPresent());
    }

    /** Its services that are not cancelled. */
    List<ServiceEntry> services(OrganizerEntry organizer) {
        return register.services(organizer.number()).stream().filter(entry -> entry.state() != ServiceState.CANCELLED).toList();
    }

    /**
     * The application with which an order begins: what is on record is filled in.
     *
     * @throws org.openbeian.api.order.Refusal INVALID with all that is wrong with what the order is to rest on
     */
    Application begin(FilingType type, String account, Application given) {
        TypeProfile profile = TypeProfile.of(type);
        if (profile.about() == TypeProfile.About.NEW) {
            if (given.basis() != null) {
                throw refused(ServerFindings.block("basis-not-wanted", "/basis", text("首次备案不依据已有备案",
                    "A first filing rests on nothing filed"), text("请删除 basis，或改选其他备案类型", "Leave basis out, or choose another type")));
            }
            return given;
        }
        Basis basis = given.basis() == null ? new Basis(null, null) : given.basis();
        List<Finding> wrong = malformed(profile, basis);
        if (!wrong.isEmpty()) {
            throw refused(wrong.toArray(Finding[]::new));
        }
        Optional<OrganizerEntry> entry = organizer(account, basis.organizerNumber());
        if (entry.isPresent()) {
            return filled(profile, entry.get(), given, basis);
        }
        if (profile.here()) {
            throw refused(ServerFindings.block("organizer-not-registered", ORGANIZER, text("备案库中没有您的这一主体",
                "The register holds no organizer of yours with this number"), CHECK));
        }
        return given;
    }

    private static List<Finding> malformed(TypeProfile profile, Basis basis) {
        List<Finding> wrong = new ArrayList<>();
        String number = basis.organizerNumber();
        if (number == null || FilingNumber.parse(number).filter(one -> one.serial() == 0).isEmpty()) {
            wrong.add(ServerFindings.block("organizer-number-malformed", ORGANIZER, text("未填写正确的主体备案号",
                "The organizer's filing number is missing or malformed"),
                text("请填写主体备案号，例如 粤ICP备2026000001号", "Enter the organizer's number, such as 粤ICP备2026000001号")));
        }
        int count = basis.serviceNumbers().size();
        boolean named = profile.about() == TypeProfile.About.SERVICES;
        if (named ? count < profile.fewest() || count > profile.most() : count > 0) {
            wrong.add(ServerFindings.block("service-numbers-count", SERVICES, text("所列服务备案号的数量不符合该备案类型",
                "This type of filing is about another number of services"), named
                    ? text("请填写 " + profile.fewest() + " 至 " + profile.most() + " 个服务备案号",
                        "Name " + profile.fewest() + " to " + profile.most() + " services")
                    : text("请不要填写服务备案号", "Name no services")));
        }
        for (int i = 0; i < count; i++) {
            if (FilingNumber.parse(basis.serviceNumbers().get(i)).filter(one -> one.serial() > 0 && one.organizer().equals(number))
                    .isEmpty() || basis.serviceNumbers().indexOf(basis.serviceNumbers().get(i)) != i) {
                wrong.add(ServerFindings.block("service-number-malformed", SERVICES + "/" + i, text("服务备案号不属于该主体或重复",
                    "The number is none of a service of this organizer, or is repeated"), CHECK));
            }
        }
        return wrong;
    }

    private Application filled(TypeProfile profile, OrganizerEntry entry, Application given, Basis basis) {
        if (given.organizer() != null || !profile.asksForNewServices() && !given.services().isEmpty()) {
            throw refused(ServerFindings.block("on-record-already", given.organizer() != null ? "/organizer" : "/services",
                text("该内容已在备案库中，将自动填入", "It is on record and is filled in by the server"),
                text("请先创建订单，再修改需要变更的内容", "Start the order without it, then change what is to change")));
        }
        List<ServiceEntry> all = services(entry);
        List<String> numbers = profile.about() == TypeProfile.About.EVERYTHING
            ? all.stream().filter(OnRecord::isHere).map(ServiceEntry::number).toList() : basis.serviceNumbers();
        Basis complete = new Basis(entry.number(), numbers, basis.cancelReason(), basis.cancelRemark(), basis.confirmed(), null);
        List<InternetService> services = new ArrayList<>(profile.asksForNewServices() ? given.services() : List.of());
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i);
            ServiceEntry service = all.stream().filter(one -> one.number().equals(number)).findFirst().orElse(null);
            if (service == null || profile.here() && !isHere(service)) {
                throw refused(ServerFindings.block("service-not-registered", SERVICES + "/" + i, text("该服务不在备案库中或不在本商接入",
                    "The service is not in the register, or has no access here"), CHECK));
            }
            services.add(onRecord(profile, service));
        }
        if (numbers.isEmpty() && profile.about() == TypeProfile.About.EVERYTHING) {
            throw refused(ServerFindings.block("nothing-here", ORGANIZER, text("该主体在本商没有接入的服务",
                "No service of the organizer has access here"), text("请在其接入商处办理", "Apply at its provider")));
        }
        return new Application(entry.data(), services, given.extra(), complete);
    }

    /** What the rules may look at: what is on record beside a case, of the organizer that it rests on; or null. */
    FiledOrganizer known(FilingCase filing) {
        Basis basis = filing.application().basis();
        return basis == null ? null : organizer(filing.account(), basis.organizerNumber()).map(entry -> new FiledOrganizer(
            entry.number(), entry.data(), services(entry).stream().filter(one -> !basis.serviceNumbers().contains(one.number()))
                .map(ServiceEntry::data).filter(Objects::nonNull).toList(), endsLastAccess(filing.type(), basis)))
            .orElse(null);
    }

    /** Whether an order asks to cancel an access beside which its service has none (E-18). */
    boolean endsLastAccess(FilingType type, Basis basis) {
        return type == FilingType.CANCEL_ACCESS && basis.serviceNumbers().stream().map(register::service).flatMap(Optional::stream)
            .anyMatch(service -> service.accesses().stream().allMatch(AccessEntry::here));
    }

    static boolean isHere(ServiceEntry service) {
        return service.accesses().stream().anyMatch(AccessEntry::here);
    }

    /** The service as it is on record; without accesses where they are given up, or new ones are asked for. */
    private static InternetService onRecord(TypeProfile profile, ServiceEntry entry) {
        InternetService data = entry.data() == null ? named(entry) : entry.data();
        return profile.changes() ? data : without(data);
    }

    /** All that is known of a service that another provider filed. */
    private static InternetService named(ServiceEntry entry) {
        return entry.ofApp()
            ? new App(entry.name(), null, null, null, null, null, null, null, null,
                List.of(new AppFeature(null, entry.domains(), null)), null)
            : new WebSite(entry.name(), entry.domains(), null, null, null, null, null, null, null, null);
    }

    private static InternetService without(InternetService data) {
        if (data instanceof WebSite site) {
            return new WebSite(site.name(), site.domains(), site.homeUrl(), site.contents(), site.languages(), site.preApprovals(),
                site.commercial(), site.principal(), List.of(), site.remark(), site.introduction(), site.staffingCertificate(),
                site.licenceNumber());
        }
        App app = (App) data;
        return new App(app.name(), app.contents(), app.languages(), app.preApprovals(), app.commercial(), app.principal(), List.of(),
            app.offersSdk(), app.usesSdk(), app.features(), app.remark(), app.licenceNumber());
    }

    /**
     * The application as it would be if nothing differed from the register, with what cannot be compared taken from the order;
     * empty when the organizer is not on record here.
     */
    Optional<Application> baseline(Order order) {
        TypeProfile profile = TypeProfile.of(order.type());
        Application now = order.application();
        if (profile.about() == TypeProfile.About.NEW || now.basis() == null) {
            return Optional.empty();
        }
        return organizer(order.account(), now.basis().organizerNumber()).filter(entry -> entry.data() != null).map(entry -> {
            List<InternetService> services = now.basis().serviceNumbers().stream().map(number -> register.service(number)
                .filter(one -> one.state() != ServiceState.CANCELLED).map(one -> onRecord(profile, one)))
                .flatMap(Optional::stream).toList();
            return new Application(entry.data(), profile.asksForNewServices() ? now.services() : services, now.extra(), now.basis());
        });
    }

    private static RuntimeException refused(Finding... findings) {
        return Refusals.invalid("basis-invalid", "The order cannot rest on what it names.", List.of(findings));
    }
}
