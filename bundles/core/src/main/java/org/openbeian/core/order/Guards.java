package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.json.JsonChanges;
import org.openbeian.core.register.Domains;

/**
 * What keeps orders from getting into each other's way and from saying other than the register, beside the rules: a domain and
 * an organizer are part of one order only, what is on record differs only where the type says so. Every method joins the
 * caller's transaction. Thread-safe.
 */
final class Guards {

    /** Confirms that a service is left without any access. */
    static final String LAST_ACCESS = "last-access";

    /** Confirms that another name or certificate number of the organizer was talked over, or need not be (W-28). */
    static final String KEY_DATA = "key-data";

    private static final String ORGANIZER = "/basis/organizerNumber";
    private static final String ACCESSES = "/services/\\d+/accesses(/.*)?";
    private static final String V30 = "V.3.0";
    private static final LocalizedText MEND = text("请核对域名；如已备案，请改办新增接入或变更",
        "Check the domain; if it is filed, ask for access or a change instead");

    private final OrderStore orders;
    private final RegisterStore register;
    private final RuleBooks books;
    private final CoreSettings settings;
    private final AppIntake apps;
    private final OrderRoutes routes;
    private final Certificates certificates;
    private final OnRecord record;
    private final Mobiles mobiles;

    Guards(OrderStore orders, RegisterStore register, RuleBooks books, CoreSettings settings, AppIntake apps,
            OrderRoutes routes, Certificates certificates) {
        this.routes = routes;
        this.orders = orders;
        this.register = register;
        this.books = books;
        this.settings = settings;
        this.apps = apps;
        this.certificates = certificates;
        this.record = new OnRecord(orders, register);
        this.mobiles = new Mobiles(orders, certificates.index(), settings);
    }

    /** Everything that stands against an order beside what the rules say. */
    List<Finding> against(Order order, Instant now) {
        TypeProfile profile = TypeProfile.of(order.type());
        List<Finding> findings = new ArrayList<>(domains(order, profile));
        findings.addAll(Faces.missing(order, settings, now));
        findings.addAll(mobiles.missing(order));
        addCount(order, profile, findings);
        addRoute(order, findings);
        addApps(order, findings);
        if (!profile.ends()) {
            findings.addAll(blacklisted(order, certificates));
        }
        if (profile.about() == TypeProfile.About.NEW) {
            addFiledAlready(order, findings);
        }
        Basis basis = order.application().basis();
        if (basis != null) {
            addBusy(order, basis, findings);
            addBasis(order, profile, basis, findings);
            addDifferences(order, profile, findings);
        }
        return findings;
    }

    /** The short form: a change of nothing but addresses and resources needs no materials (E-12). */
    Assessment shortened(Order order, Assessment assessment) {
        boolean addressesOnly = order.type() == FilingType.CHANGE_SERVICE && record.baseline(order).map(before ->
            JsonChanges.between(before, order.application())).filter(changed -> !changed.isEmpty()
                && changed.stream().allMatch(place -> place.matches(ACCESSES))).isPresent();
        return addressesOnly ? assessment.withoutMaterials() : assessment;
    }

    /** What authorities blacklisted is not filed, nor changed (HMDLB, 1064, 1065). */
    static List<Finding> blacklisted(Order order, Certificates certificates) {
        return certificates.blacklisted(order).stream().map(place -> ServerFindings.block("blacklisted", place,
            text("已被管局列入黑名单，不能备案", "The authority blacklisted it; it cannot be filed"),
            text("请联系管局；管局解除后可继续", "Ask the authority; once it takes that back, the order can go on"))).toList();
    }

    /** Keeps other orders for the same new organizer out, until this one is final. */
    void hold(Order order) {
        String key = order.type() == FilingType.FIRST ? certificates.key(order.application().organizer()) : null;
        if (key != null) {
            orders.hold(order.id(), key);
        }
    }

    /** Whoever is filed here already, by whatever account, is not filed for the first time; nor twice at once (E-08). */
    private void addFiledAlready(Order order, List<Finding> findings) {
        String place = "/organizer/certificateNumber";
        if (certificates.isUnderWay(order)) {
            findings.add(ServerFindings.block("organizer-in-other-order", place,
                text("该主体有另一首次备案订单正在办理", "Another order files this organizer for the first time"),
                text("请等待其完成或撤回", "Wait until it is done, or withdraw it")));
        }
        String number = order.application().organizer() == null ? null : order.application().organizer().certificateNumber();
        if (certificates.filed(number).isPresent() && !TypeObjections.isAccepted(orders.history(order.id(), 0))) {
            findings.add(ServerFindings.block("organizer-already-filed", place,
                text("该证件对应的主体已备案，不属于首次备案", "The organizer with this certificate is filed already"),
                text("请改办新增或接入备案；认为判定有误的，可提出异议由备案专员处理",
                    "Ask for a further service or for access; if this is wrong, object, and a specialist decides")));
        }
    }

    /** What no upload account takes is not sent anywhere; its submission says so, not the lane days later. */
    private void addRoute(Order order, List<Finding> findings) {
        Optional<String> account = routes.to(order);
        account.filter(one -> routes.isAway(one, order)).ifPresent(one -> findings.add(ServerFindings.block("record-account-missing",
            ORGANIZER, text("该备案由 " + one + " 的上报账户取得，只能由该账户办理，而本接入商目前没有该账户",
                "The account of authority " + one + " got this record, and only it can change it; this provider has no such account now"),
            text("请联系客服：由运营方重新配置该上报账户", "Ask the provider: an operator sets that upload account up again"))));
        if (order.provinceId() != null && account.isEmpty()) {
            findings.add(ServerFindings.block("province-not-routed", "/organizer/provinceId",
                text("本接入商目前不能向该省管局报备", "This provider cannot report to this province's authority at present"),
                text("请联系客服：由运营方在上报路由表中为该省指定有效的上报账户",
                    "Ask the provider: an operator names an upload account for the province in the table of routes")));
        }
    }

    private void addApps(Order order, List<Finding> findings) {
        List<InternetService> services = order.application().services();
        for (int i = 0; i < services.size(); i++) {
            if (services.get(i) instanceof App && routes.to(order).filter(apps::refusesApps).isPresent()) {
                findings.add(ServerFindings.block("apps-not-taken", "/services/" + i,
                    text("该省管局接口（V.3.0）尚不能接收 APP 备案", "The interface of this province's authority (V.3.0) takes no APPs yet"),
                    text("请联系客服：与管局约定 X.1.0 后由运营方在上报账户中设置",
                        "Ask the provider: once X.1.0 is agreed with the authority, the operator sets it in the upload account")));
            }
        }
    }

    /** An APP may share a domain with a website; both are filed, and only websites are told apart by their domains. */
    private List<Finding> domains(Order order, TypeProfile profile) {
        List<Finding> taken = new ArrayList<>();
        List<InternetService> services = order.application().services();
        for (int i = 0; i < services.size(); i++) {
            List<String> domains = services.get(i) instanceof WebSite site ? site.domains() : List.of();
            for (int j = 0; j < domains.size(); j++) {
                String domain = Domains.key(domains.get(j));
                String pointer = "/services/" + i + "/domains/" + j;
                if (orders.openOrderOfDomain(domain, order.id()).isPresent()) {
                    taken.add(ServerFindings.block("domain-in-other-order", pointer,
                        text("该域名已在另一备案订单中", "The domain is part of another order"), MEND));
                }
                String own = own(order, profile, i);
                if (register.website(domain).filter(entry -> !entry.number().equals(own)).isPresent()) {
                    taken.add(ServerFindings.block("domain-already-filed", pointer,
                        text("该域名已备案", "The domain is filed already"), MEND));
                }
            }
        }
        return taken;
    }

    private static String own(Order order, TypeProfile profile, int index) {
        Basis basis = order.application().basis();
        return profile.asksForNewServices() || basis == null || index >= basis.serviceNumbers().size() ? null
            : basis.serviceNumbers().get(index);
    }

    private void addCount(Order order, TypeProfile profile, List<Finding> findings) {
        Application application = order.application();
        boolean person = application.organizer() != null && application.organizer().nature() != null
            && application.organizer().nature().isPerson();
        int most = !profile.asksForNewServices() ? profile.most()
            : person ? settings.get().services_per_order_individual() : settings.get().services_per_order();
        if (application.services().size() > most) {
            findings.add(ServerFindings.block("services-too-many", "/services",
                text("该订单最多可含 " + most + " 项服务", "The order may hold at most " + most + " services"),
                text("请将其余服务另行提交", "File the others with another order")));
        }
    }

    private void addBusy(Order order, Basis basis, List<Finding> findings) {
        if (orders.openOrderOfOrganizer(basis.organizerNumber()).filter(id -> !id.equals(order.id())).isPresent()) {
            findings.add(ServerFindings.block("organizer-in-other-order", ORGANIZER,
                text("该主体有另一订单正在办理", "Another order about this organizer is under way"),
                text("请等待其完成或撤回", "Wait until it is done, or withdraw it")));
        }
    }

    private void addBasis(Order order, TypeProfile profile, Basis basis, List<Finding> findings) {
        if (profile.ends() && basis.cancelReason() == null) {
            findings.add(ServerFindings.block("cancel-reason-missing", "/basis/cancelReason",
                text("未填写注销原因", "The reason is missing"), text("请选择原因", "Choose a reason")));
        }
        boolean asked = profile.password() && books.current().profile(order.provinceId())
            .map(ProvinceProfile::interfaceProfile).filter(V30::equals).isPresent();
        if (asked && basis.passwordId() == null) {
            findings.add(ServerFindings.block("filing-password-missing", "/basis/passwordId",
                text("未提供备案密码", "The filing password was not given"),
                text("请提供备案密码；遗忘的请在工信部备案系统找回", "Give the filing password; the ministry's filing system recovers a lost one")));
        }
        boolean gone = register.organizer(basis.organizerNumber()).filter(entry -> entry.state() == OrganizerState.CANCELLED).isPresent();
        if (gone || profile.here() && record.organizer(order.account(), basis.organizerNumber()).isEmpty()) {
            findings.add(ServerFindings.block("organizer-not-registered", ORGANIZER,
                text("该主体已不在备案库中", "The organizer is not in the register any more"), text("请撤回订单", "Withdraw the order")));
        }
        if (order.type() == FilingType.CANCEL_ORGANIZER && register.organizer(basis.organizerNumber())
                .filter(entry -> entry.state() == OrganizerState.SHELL).isPresent()) {
            findings.add(ServerFindings.block("organizer-empty", ORGANIZER,
                text("空壳主体不能通过接入商注销", "An organizer without services cannot be cancelled through a provider"),
                text("请按省管局要求邮寄注销申请", "Send the form that the province's authority asks for by mail")));
        }
        if (order.type() == FilingType.CANCEL_ACCESS) {
            addNoAccess(basis, findings);
        }
        addLastAccess(order, basis, findings);
    }

    /** An access that is gone, or was never here, cannot be cancelled here. */
    private void addNoAccess(Basis basis, List<Finding> findings) {
        for (int i = 0; i < basis.serviceNumbers().size(); i++) {
            if (register.service(basis.serviceNumbers().get(i)).filter(one -> one.accesses().stream().noneMatch(AccessEntry::here))
                    .isPresent()) {
                findings.add(ServerFindings.block("access-not-registered", "/basis/serviceNumbers/" + i,
                    text("该服务在本接入商已无接入", "The service has no access here any more"), text("请撤回订单", "Withdraw the order")));
            }
        }
    }

    /** Without any access a filing may be cancelled; a province's rule may refuse it altogether, by filing.endsLastAccess. */
    private void addLastAccess(Order order, Basis basis, List<Finding> findings) {
        if (endsLastAccess(order) && !basis.confirmed().contains(LAST_ACCESS)) {
            findings.add(ServerFindings.block(LAST_ACCESS, "/basis/confirmed",
                text("这是该服务唯一的接入，取消后将成为空壳网站，备案号可能被注销",
                    "This is the service's last access: without it the filing may be cancelled"),
                text("请先在新接入商处完成接入；仍要取消的，请在 /basis/confirmed 中加入 last-access",
                    "Get access at the new provider first; to go on all the same, add last-access to /basis/confirmed")));
        }
    }

    /** Whether an order asks to cancel an access beside which its service has none (E-18). */
    boolean endsLastAccess(Order order) {
        return order.application().basis() != null && record.endsLastAccess(order.type(), order.application().basis());
    }

    private void addDifferences(Order order, TypeProfile profile, List<Finding> findings) {
        Optional<Application> before = record.baseline(order);
        if (before.isEmpty()) {
            return;
        }
        List<String> changed = JsonChanges.between(before.get(), order.application());
        changed.stream().filter(place -> !profile.open().matcher(place).matches()).forEach(place -> findings.add(
            ServerFindings.block("differs-from-record", place, text("该内容与备案库不一致，本备案类型不允许修改",
                "It differs from what is on record, which this type of filing does not allow"),
                text("请恢复原值，或先办理变更备案", "Restore the value on record, or ask for a change first"))));
        if (profile.changes()) {
            addKeyData(order.application().basis(), changed, findings);
            addOfChange(before.get(), order.application(), changed, findings);
        }
    }

    /** Who changes what identifies the organizer is offered a consultation first; submission stays possible (W-28). */
    private void addKeyData(Basis basis, List<String> changed, List<Finding> findings) {
        String place = changed.contains("/organizer/certificateNumber") ? "/organizer/certificateNumber"
            : changed.contains("/organizer/name") ? "/organizer/name" : null;
        if (place != null && (basis == null || !basis.confirmed().contains(KEY_DATA))) {
            String number = settings.callNumber();
            findings.add(ServerFindings.block(KEY_DATA, place,
                text("变更主体名称或证件号码属于关键信息变更，请先咨询备案专员" + (number.isBlank() ? "" : "（" + number + "）"),
                    "Another name or certificate number of the organizer is a change of key data: consult a specialist first"
                        + (number.isBlank() ? "" : " (" + number + ")")),
                text("咨询后或无需咨询的，请在 /basis/confirmed 中加入 key-data 后提交",
                    "When that is done, or is not needed, add key-data to /basis/confirmed and submit")));
        }
    }

    private static void addOfChange(Application before, Application now, List<String> changed, List<Finding> findings) {
        if (changed.isEmpty()) {
            findings.add(ServerFindings.block("nothing-changed", "", text("没有需要变更的内容", "Nothing is changed"),
                text("请修改需要变更的内容", "Change what is to change")));
        }
        if (changed.contains("/organizer/provinceId")) {
            findings.add(ServerFindings.block("province-move", "/organizer/provinceId",
                text("变更备案不能把主体迁到其他省份", "A change does not move the organizer to another province"),
                text("请注销后在新省份重新备案", "Cancel the filing and file anew in the other province")));
        }
        for (int i = 0; i < Math.min(before.services().size(), now.services().size()); i++) {
            List<String> old = before.services().get(i).domains().stream().map(Domains::key).toList();
            List<String> domains = now.services().get(i) instanceof WebSite site ? site.domains() : List.of();
            for (int j = 0; j < domains.size(); j++) {
                if (!old.contains(Domains.key(domains.get(j)))) {
                    findings.add(ServerFindings.block("domain-added", "/services/" + i + "/domains/" + j,
                        text("变更备案只能减少域名", "A change may take domains away, not add them"),
                        text("请删除该域名，另行办理新增备案", "Remove the domain and file it as a new service")));
                }
            }
        }
    }
}
