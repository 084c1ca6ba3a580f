package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.CaseView;
import org.openbeian.api.order.CaseView.CaseStage;
import org.openbeian.api.order.CaseView.StageStatus;
import org.openbeian.api.order.CaseViews;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.SiteDuty;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;
import org.openbeian.core.register.Domains;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reads the stages of a case from the order, from what registries know of its domains, and from the sites that it brought. */
@Component(service = CaseViews.class)
public final class StagedCases implements CaseViews {

    private static final List<OrderState> FORMS = List.of(OrderState.DRAFT, OrderState.RETURNED, OrderState.AUTHORITY_REJECTED);
    private static final List<OrderState> REVIEW = List.of(OrderState.SUBMITTED, OrderState.PRE_REVIEW);

    private final OrderEngine engine;
    private final Resources resources;

    /** Without the bundle that tends sites the last stage is unknown. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile Sites sites;

    /** Created by Declarative Services. */
    @Activate
    public StagedCases(@Reference OrderEngine engine, @Reference Resources resources) {
        this.engine = engine;
        this.resources = resources;
    }

    @Override
    public CaseView of(Actor actor, String id) {
        Order order = engine.load(By.account(actor), id);
        int reached = reached(order);
        List<CaseStage> stages = new ArrayList<>();
        stages.add(domain(order));
        stages.add(stage(order, "forms", text("填写备案信息", "Forms"), 0, reached));
        stages.add(stage(order, "pre-review", text("初审", "Pre-review"), 1, reached));
        stages.add(stage(order, "authority", text("管局审核", "Authority"), 2, reached));
        if (TypeProfile.of(order.type()).asksForNewServices()) {
            stages.add(publicSecurity(actor, order));
        }
        String position = stages.stream().skip(1).filter(one -> one.status() == StageStatus.CURRENT).map(CaseStage::id).findFirst()
            .orElse(null);
        return new CaseView(id, order.version(), order.state(), position, stages);
    }

    /** The stage of the filing that an order is in, 3 when it is granted; what ended it does not say how far it came. */
    private static int reached(Order order) {
        return FORMS.contains(order.state()) ? 0 : REVIEW.contains(order.state()) ? 1 : order.state() == OrderState.APPROVED ? 3
            : order.state().isFinal() ? -1 : 2;
    }

    private static CaseStage stage(Order order, String id, LocalizedText name, int number, int reached) {
        StageStatus status = reached < 0 ? StageStatus.STOPPED : number < reached ? StageStatus.DONE
            : number == reached ? StageStatus.CURRENT : StageStatus.COMING;
        boolean now = status == StageStatus.CURRENT;
        String numbers = number == 2 && order.grant() != null ? String.join(" ", order.grant().serviceNumbers()) : null;
        return new CaseStage(id, name, status, now ? order.progress().due() : null, now ? order.state().name() : numbers);
    }

    /** Real names of all domains verified, not verified, or not known. */
    private CaseStage domain(Order order) {
        List<DomainState> known = resources.known(Assessor.filing(order, engine.now(), List.of())).circumstances().domains();
        long asked = Domains.of(order.application()).stream().distinct().count();
        boolean all = asked > 0 && known.size() >= asked && known.stream().allMatch(one -> one.realNameVerified() != null);
        boolean good = all && known.stream().allMatch(DomainState::realNameVerified);
        return new CaseStage("domain", text("域名注册与实名认证", "Domain and its real name"), !all ? StageStatus.UNKNOWN
            : good ? StageStatus.DONE : StageStatus.CURRENT, null,
            known.stream().map(one -> one.domain() + (one.realNameVerified() == null ? " unknown" : one.realNameVerified() ? " verified"
                : " unverified")).collect(Collectors.joining(", ")));
    }

    private CaseStage publicSecurity(Actor actor, Order order) {
        LocalizedText name = text("公安联网备案", "Public security");
        Sites present = sites;
        if (order.state() != OrderState.APPROVED) {
            return new CaseStage("public-security", name, order.state().isFinal() ? StageStatus.STOPPED : StageStatus.COMING, null, null);
        }
        List<SiteView> granted = present == null ? List.of() : present.list(actor, order.id(), false, null, Sites.MOST);
        if (granted.isEmpty()) {
            return new CaseStage("public-security", name, StageStatus.UNKNOWN, null, null);
        }
        boolean all = granted.stream().allMatch(one -> one.site().police() != null || one.site().ended());
        Instant due = granted.stream().flatMap(one -> one.duties().stream())
            .filter(duty -> duty.kind() == SiteDuty.Kind.PUBLIC_SECURITY_FILING && duty.due() != null)
            .map(SiteDuty::due).sorted().findFirst().orElse(null);
        return new CaseStage("public-security", name, all ? StageStatus.DONE : StageStatus.CURRENT, all ? null : due,
            granted.stream().filter(one -> one.site().police() != null).map(one -> one.site().police().number())
                .collect(Collectors.joining(" ")));
    }
}
