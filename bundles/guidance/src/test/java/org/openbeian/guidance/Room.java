package org.openbeian.guidance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.guidance.HelpVotes;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirement;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.order.Review;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.api.order.ServiceLevel.Split;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.GuidanceStore;
import org.openbeian.contract.kit.MemoryCases;

/** An installation with one returned order o1 of anna in Jiangsu, whose person in charge is 张小明. */
final class Room extends Clock {

    static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");
    static final Actor BOB = new Actor("bob", Set.of(Role.APPLICANT), "192.0.2.2");
    static final Actor SPECIALIST = new Actor("lin", Set.of(Role.SPECIALIST), "192.0.2.3");
    static final Actor AUDITOR = new Actor("audit", Set.of(Role.AUDITOR), "192.0.2.4");
    static final RuleSource SOURCE = new RuleSource("Q-28", "undated", null);

    final MemoryCases cases = new MemoryCases();
    final List<Notice> told = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>(List.of(finding("domain-holder-differs", "/services/0/domains/0")));
    final List<Requirement> missing = new ArrayList<>();
    final List<NeededMaterial> materials = new ArrayList<>();
    final List<MaterialInfo> uploaded = new ArrayList<>();
    OrganizerNature nature = OrganizerNature.ENTERPRISE;
    OrderState state = OrderState.RETURNED;
    final Map<String, Object> config = new LinkedHashMap<>();
    final Times times = new Times();
    List<ServiceLevel> levels = List.of(new ServiceLevel(Stage.AUTHORITY, "320000", null, 20, 0, 7, 0, 600, 900, 1000),
        new ServiceLevel(Stage.AUTHORITY, "440000", null, 20, 0, 4, 0, 1, 2, 3));
    int measured;
    Instant now = Instant.parse("2026-11-02T18:00:00Z");

    final GuidanceSettings settings = new GuidanceSettings(Settings.with(config));
    final HelpBook help = new HelpBook(times, cases, (actor, from, until, stages, apart) -> {
        measured++;
        return apart.contains(Split.PROVINCE) ? levels : List.of();
    }, settings, this);
    final Orders orders = fake(Orders.class, this::orders);
    final RuleBooks books = fake(RuleBooks.class, (proxy, method, arguments) -> fake(RuleBook.class, this::book));
    final EnquiryDesk desk = new EnquiryDesk(cases, times, cases, orders, books, help, told::add, fake(AuditLog.class,
        (proxy, method, arguments) -> audited.add(((Actor) arguments[0]).account() + " " + arguments[1] + " " + arguments[5]) ? null
            : null), settings, this);

    /** Votes and times in memory. */
    static final class Times implements GuidanceStore {

        final Map<String, Response> responses = new TreeMap<>();
        final Map<String, Boolean> votes = new TreeMap<>();

        @Override
        public void put(Response response) {
            responses.put(response.id(), response);
        }

        @Override
        public List<Response> responses(Instant from, Instant until) {
            return responses.values().stream().filter(one -> !one.askedAt().isBefore(from) && one.askedAt().isBefore(until)).toList();
        }

        @Override
        public void vote(String textId, String account, boolean helpful, Instant at) {
            votes.put(textId + " " + account, helpful);
        }

        @Override
        public List<HelpVotes> votes() {
            return votes.keySet().stream().map(key -> key.substring(0, key.indexOf(' '))).distinct().map(text -> new HelpVotes(text,
                count(text, true), count(text, false))).toList();
        }

        private long count(String text, boolean helpful) {
            return votes.entrySet().stream().filter(vote -> vote.getKey().startsWith(text + " ") && vote.getValue() == helpful).count();
        }
    }

    static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static Finding finding(String rule, String pointer) {
        return new Finding(rule, Severity.BLOCK, pointer, new LocalizedText("错误", "wrong"), new LocalizedText("请修改", "mend it"), SOURCE,
            "org.openbeian.province.national", "1.0.0");
    }

    Order order() {
        Principal principal = new Principal("张小明", CertificateType.RESIDENT_ID, "11010519491231002X", null, null, null, null, "13812345678",
            null, null, null);
        Organizer organizer = new Organizer(nature, "320000", null, null, null, null, "示例<公司>", null, null, null, null,
            principal, null);
        return new Order("o1", 9, "anna", FilingType.FIRST, new Progress(state, null, 1, now, null),
            new Application(organizer, List.of(), null), List.copyOf(uploaded), List.of(), Review.NONE, Handover.NONE, null, now, now);
    }

    private Object orders(Object proxy, Method method, Object[] arguments) {
        Actor actor = (Actor) arguments[0];
        if (!actor.account().equals("anna") && !actor.isStaff()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "order-not-found", "none");
        }
        return method.getName().equals("requirements") ? new Requirements("o1", 9, false, missing, findings) : order();
    }

    private Object book(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("missingFields")) {
            Organizer organizer = ((FilingCase) arguments[0]).application().organizer();
            return organizer.name() == null ? List.of(finding("required.organizer.name", "/organizer/name"),
                finding("required.organizer.postcode", "/organizer/postcode")) : List.of();
        }
        if (method.getName().equals("materials")) {
            return materials;
        }
        if (!method.getName().equals("requirements")) {
            return List.of();
        }
        Objects.requireNonNull(arguments[2], "as in the rules, a nature");
        LocalizedText label = new LocalizedText("名称", "Name");
        LocalizedText rule = new LocalizedText("邮编有误", "The postcode is wrong");
        return Optional.of(new RequirementPage(null, FilingType.FIRST, OrganizerNature.ENTERPRISE, null, true,
            List.of(new RequirementPage.Item("organizer.name", label, List.of(label), null, Severity.BLOCK, SOURCE, "b")), List.of(),
            List.of(new RequirementPage.Item("postcode-invalid", rule, List.of(rule), null, Severity.BLOCK, SOURCE, "b")), List.of(),
            List.of(), List.of()));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
