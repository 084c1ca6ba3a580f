package org.openbeian.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openbeian.api.guidance.Enquiry.About;
import org.openbeian.api.guidance.Enquiry.Canned;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;

/** Prepared answers: texts of the help, and what the rules themselves say, with their sources. Thread-safe. */
final class CannedAnswers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 20;

    private final HelpBook help;
    private final RuleBooks books;
    private final Orders orders;

    CannedAnswers(HelpBook help, RuleBooks books, Orders orders) {
        this.help = help;
        this.books = books;
        this.orders = orders;
    }

    /**
     * Those that fit, the closest first.
     *
     * @param order the order that it is about, or null
     */
    List<Canned> of(About about, Order order, Instant now) {
        Map<String, Canned> found = new LinkedHashMap<>();
        Consumer<Canned> add = canned -> found.putIfAbsent(canned.id(), canned);
        if (order != null && (about.rule() != null || about.pointer() != null)) {
            orders.requirements(Actor.SYSTEM, order.id()).findings().stream().filter(finding -> isAbout(finding, about))
                .map(CannedAnswers::ofRule).forEach(add);
        }
        if (about.rule() != null) {
            pages(order, LocalDate.ofInstant(now, CHINA)).flatMap(page -> page.rules().stream())
                .filter(item -> item.id().equals(about.rule())).map(CannedAnswers::ofRule).forEach(add);
        }
        Stream.of(about.rule(), about.pointer(), about.topic(), order == null ? null : order.state().name()).filter(Objects::nonNull)
            .flatMap(place -> help.find(null, place, null).stream())
            .map(text -> new Canned("help:" + text.id(), text.version(), text.title(), text.text(), null)).forEach(add);
        return found.values().stream().limit(MOST).toList();
    }

    private static boolean isAbout(Finding finding, About about) {
        return about.rule() != null ? finding.ruleId().equals(about.rule())
            : (finding.pointer() + "/").startsWith(about.pointer().replaceFirst("^/application(?=/)", "") + "/");
    }

    private static Canned ofRule(Finding finding) {
        return new Canned("rule:" + finding.ruleId(), finding.bundleVersion(), finding.text(), finding.mend(), finding.source());
    }

    private static Canned ofRule(RequirementPage.Item item) {
        LocalizedText details = item.details().isEmpty() ? item.text() : new LocalizedText(
            String.join("\n", item.details().stream().map(LocalizedText::zh).toList()),
            String.join("\n", item.details().stream().map(LocalizedText::en).toList()));
        return new Canned("rule:" + item.id(), null, item.text(), details, item.source());
    }

    /**
     * What the province of an order asks, of its nature or, while that is not known, of units and of individuals; for a question without
     * an order or a province what any province asks.
     */
    private Stream<RequirementPage> pages(Order order, LocalDate day) {
        RuleBook book = books.current();
        boolean placed = order != null && order.provinceId() != null;
        OrganizerNature known = order == null || order.application().organizer() == null ? null : order.application().organizer().nature();
        List<OrganizerNature> natures = placed && known != null ? List.of(known)
            : List.of(OrganizerNature.ENTERPRISE, OrganizerNature.INDIVIDUAL);
        Stream<String> provinces = placed ? Stream.of(order.provinceId()) : book.profiles().stream().map(ProvinceProfile::provinceId);
        FilingType type = placed ? order.type() : FilingType.FIRST;
        return provinces.flatMap(province -> natures.stream().flatMap(nature -> book.requirements(province, type, nature, day).stream()));
    }
}
