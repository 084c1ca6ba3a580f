package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.effect.DeployedRoutes;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Flow;
import org.openbeian.api.order.Flow.FlowStep;
import org.openbeian.api.order.Flows;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.StageText;
import org.openbeian.api.provider.ProviderProfile;
import org.openbeian.api.provider.Providers;
import org.openbeian.core.message.Channels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reads the flow of a type out of the table that moves orders. */
@Component(service = Flows.class)
public final class LifeCycleFlows implements Flows {

    private final CoreSettings settings;
    private final OrderEngine engine;
    private final Channels channels;
    private final Map<String, List<String>> texts = EventTypes.texts();

    /** Not there while the server starts. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile DeployedRoutes routes;

    /** An operator may leave profiles out. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile Providers providers;

    /** Created by Declarative Services. */
    @Activate
    public LifeCycleFlows(@Reference CoreSettings settings, @Reference OrderEngine engine, @Reference Channels channels) {
        this.settings = settings;
        this.engine = engine;
        this.channels = channels;
    }

    @Override
    public Flow of(FilingType type) {
        TypeProfile profile = TypeProfile.of(type);
        DeployedRoutes deployed = routes;
        boolean exempt = settings.isExempt(type, engine.now());
        List<String> verified = new ArrayList<>();
        if (!exempt && profile.sms() != TypeProfile.Sms.SERVICES) {
            verified.add("organizer-principal");
        }
        if (!exempt && profile.sms() != TypeProfile.Sms.ORGANIZER) {
            verified.add("service-principal");
        }
        return new Flow(type, verified, profile.password(), List.copyOf(channels.ids()),
            deployed == null ? List.of() : deployed.all(),
            OrderLifeCycle.TABLE.stream().filter(row -> belongs(row, profile, exempt)).map(this::step).toList(), stages());
    }

    private List<StageText> stages() {
        Providers present = providers;
        ProviderProfile profile = present == null ? null : present.status().profile();
        return StageTexts.with(profile == null ? List.of() : profile.stages());
    }

    private static boolean belongs(Move row, TypeProfile profile, boolean exempt) {
        boolean ofSms = row.event() == OrderEvent.SMS_EXPIRED || row.event() == OrderEvent.SMS_WRONG
            || row.event() == OrderEvent.RESULTS_FETCHED || row.event() == OrderEvent.RESENT;
        return switch (row.when()) {
            case EXEMPT -> exempt;
            case ENDED -> profile.ends();
            case NEW_ORGANIZER, UPDATED -> !profile.ends() && row.when() == profile.granted();
            default -> !(exempt && (ofSms || row.event() == OrderEvent.UPLOADED || row.event() == OrderEvent.PASSED))
                && (row.event() != OrderEvent.APPROVED || !profile.ends() && profile.granted() == Case.USUAL)
                && (row.event() != OrderEvent.PASSWORD_GIVEN || profile.about() != TypeProfile.About.NEW)
                && (row.event() != OrderEvent.PASSWORD_LOST || profile.password());
        };
    }

    private FlowStep step(Move row) {
        List<String> text = texts.get(row.event().name());
        return new FlowStep(row.from().stream().sorted().toList(), row.event(), new LocalizedText(text.get(0), text.get(1)),
            row.when() == Case.USUAL ? null : row.when().name(), row.to(), row.who().stream().map(Who::name).toList(),
            row.due() == Deadline.NONE || row.due() == Deadline.UNCHANGED ? null : row.due().name(), row.messages(), row.uploads());
    }
}
