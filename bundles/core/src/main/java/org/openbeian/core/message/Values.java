package org.openbeian.core.message;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.FooterSnippet;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.security.Masks;

/** The variables of a message in one language. Personal data appears masked only. */
final class Values {

    private static final LocalizedText AUTHORITY =
        new LocalizedText("省级通信管理局", "provincial communications administration");
    private static final LocalizedText ORGANIZER = new LocalizedText("主体备案", "the organizer's filing");
    private static final LocalizedText COMMA = new LocalizedText("、", ", ");
    /** So many services and domains are named, as a message is to be short. */
    private static final int FEW = 3;
    private static final LocalizedText NO_NUMBER = new LocalizedText("备案专员电话", "the specialists' phone");

    private final Order order;
    private final Effect effect;
    private final Optional<ProvinceProfile> profile;
    private final MessageValues settings;
    private final Function<LocalizedText, String> language;

    Values(Order order, Effect effect, Optional<ProvinceProfile> profile, MessageValues settings,
            Function<LocalizedText, String> language) {
        this.order = order;
        this.effect = effect;
        this.profile = profile;
        this.settings = settings;
        this.language = language;
    }

    /** What the caller gave, or what the order says; null when neither does. */
    String of(String name) {
        String said = effect.data().get(Telling.VALUE + name);
        String english = effect.data().get(Telling.VALUE + name + Notices.IN_ENGLISH);
        String given = said == null || english == null ? said : language.apply(new LocalizedText(said, english));
        return given != null || order == null ? given : ofOrder(name);
    }

    private String ofOrder(String name) {
        return switch (name) {
            case "order" -> order.id();
            case "service" -> services().isEmpty() && number() != null ? language.apply(ORGANIZER)
                : few(services().stream().map(InternetService::name).filter(Objects::nonNull).toList());
            case "domain" -> services().isEmpty() ? number()
                : few(services().stream().flatMap(service -> service.domains().stream()).distinct().toList());
            case "authority" -> language.apply(profile.map(ProvinceProfile::authority).orElse(AUTHORITY));
            case "due" -> effect.data().containsKey("due") ? Times.time(Instant.parse(effect.data().get("due"))) : null;
            case "again" -> order.review().windows().isEmpty() ? Times.time(effect.createdAt().plus(settings.callAgain()))
                : Times.window(order.review().windows().get(0));
            case "left" -> Integer.toString(order.review().missesLeft(settings.callAttempts()));
            case "window" -> Times.windows(order.review().windows());
            case "number" -> settings.callNumber().isBlank() ? language.apply(NO_NUMBER) : settings.callNumber();
            case "smsDue" -> order.handover().smsDue() == null ? null : Times.time(order.handover().smsDue());
            case "mobile" -> mobile();
            case "reasons" -> reasons();
            case "opinion" -> order.handover().opinion();
            case "numbers" -> order.grant() == null ? null
                : order.grant().organizerNumber() + "\n" + String.join("\n", order.grant().serviceNumbers());
            case "footer" -> footer();
            case "publicSecurityDue" -> order.grant() == null ? null
                : Times.day(order.grant().grantedAt().plus(settings.publicSecurityTime()));
            case "waiting" -> order.progress().waiting() == null ? null : language.apply(order.progress().waiting().text());
            default -> null;
        };
    }

    private List<InternetService> services() {
        return order.application().services();
    }

    /** What an order without services is about: the organizer's filing; null when nothing is filed yet. */
    private String number() {
        return order.application().basis() == null ? null : order.application().basis().organizerNumber();
    }

    private String few(List<String> all) {
        String named = all.stream().limit(FEW).collect(Collectors.joining(language.apply(COMMA)));
        int rest = all.size() - FEW;
        return rest <= 0 ? named : named + language.apply(new LocalizedText(" 等 " + all.size() + " 项", " and " + rest + " more"));
    }

    /** The number of the person who is told; the account is told of each to which the ministry sends its code. */
    private String mobile() {
        String person = effect.data().getOrDefault(Telling.PERSON, Telling.ACCOUNT);
        String persons = person.equals(Telling.ACCOUNT) ? effect.data().getOrDefault(Telling.VERIFIED, Persons.SERVICE) : person;
        return Arrays.stream(persons.split(",")).map(one -> Persons.of(order, one)).filter(Objects::nonNull)
            .map(Principal::mobile).filter(Objects::nonNull).map(Masks::phone).distinct().collect(Collectors.joining(", "));
    }

    private String reasons() {
        return order.review().reasons().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(ReturnReason reason) {
        String mend = reason.mend() == null ? "" : " → " + language.apply(reason.mend());
        return "- " + language.apply(reason.text()) + mend;
    }

    private String footer() {
        return Footers.of(order, profile, settings.footerLink()).stream().map(FooterSnippet::html).collect(Collectors.joining("\n"));
    }
}
