package org.openbeian.aftercare;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.correction.Inspections;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.FooterSnippet;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Review;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.site.SiteProbe;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.EventFeedStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.contract.kit.MemoryCases;

/** An installation with one granted order o1 of anna for example.com in Jiangsu, whose pages a test writes. */
final class Desk extends Clock {

    static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");
    static final Actor BOB = new Actor("bob", Set.of(Role.APPLICANT), "192.0.2.2");
    static final Actor OPS = new Actor("ops", Set.of(Role.OPERATOR), "192.0.2.3");
    static final String ORGANIZER = "苏ICP备2026000001号";
    static final String NUMBER = ORGANIZER + "-1";

    final MemoryCases cases = new MemoryCases();
    final Map<String, Instant> tasks = new HashMap<>();
    final List<Notices.Notice> told = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    final Map<String, String> pages = new HashMap<>();
    final List<String> witnessed = new ArrayList<>();
    final List<String> fetched = new ArrayList<>();
    final Map<String, String> marks = new HashMap<>();
    final List<EventFeedStore.Row> history = new ArrayList<>();
    /** The history of o1. */
    final List<HistoryEntry> past = new ArrayList<>();
    ServiceEntry entry = new ServiceEntry(NUMBER, ORGANIZER, "示例", List.of("example.com"), 1, "o1", Instant.EPOCH);
    Instant now = Instant.parse("2026-11-01T02:00:00Z");

    private final AuditLog audit = fake(AuditLog.class, (proxy, method, arguments) -> audited.add(arguments[0] instanceof Actor actor
        ? actor.account() + " " + arguments[1] : "") ? null : null);
    final AftercareSettings settings = new AftercareSettings(Settings.defaults());
    final SiteFiles files = new SiteFiles(cases);
    final List<String> inspected = new ArrayList<>();
    final Inspections inspections = fake(Inspections.class, (proxy, method, arguments) -> inspected.add(method.getName() + " "
        + arguments[0] + " " + arguments[method.getName().equals("found") ? 2 : 1]) ? null : null);
    /** What names stand for; a name that is not there is not known. */
    final Map<String, List<String>> names = new HashMap<>();
    /** What the inventory knows, by id. */
    final Map<String, ResourceFacts> resources = new HashMap<>();
    boolean inventoryAway;
    /** Whether an inventory serves every kind. */
    boolean served = true;
    int inventoryAsked;
    final Map<String, Blockings.Blocking> blocked = new HashMap<>();
    final Inspector inspector = new Inspector(new SiteProbe() {
        @Override
        public Page fetch(URI address) throws OutgoingFailure {
            return Desk.this.fetch(address);
        }

        @Override
        public List<String> addresses(String host) {
            return names.getOrDefault(host, List.of());
        }
    }, settings, this);
    final FiledResources filed = new FiledResources(fake(RegisterStore.class, this::register), fake(ResourceInventory.class,
        this::resource), cases);
    final SiteBook book = new SiteBook(files, cases, fake(Orders.class, this::orders), fake(RegisterStore.class, this::register),
        fake(RuleBooks.class, (proxy, method, arguments) -> fake(RuleBook.class, this::book)),
        inspector, filed, fake(DurableTasks.class, this::schedule),
        audit, settings, this);
    final SiteWatch watch = new SiteWatch(files, book, filed, inspector, told::add, inspections, cases, settings, this);
    final CompensationGrants grants = new CompensationGrants(cases, told::add, fake(DurableTasks.class, this::schedule), audit, settings,
        this);
    final CompensationDesk compensations = new CompensationDesk(grants, fake(Orders.class, this::orders), cases);
    final SiteFollower follower = new SiteFollower(fake(EventFeedStore.class, this::feed), fake(SettingsStore.class, this::mark),
        fake(OrderStore.class, (proxy, method, arguments) -> method.getName().equals("history") ? past : Optional.of(order())), files,
        grants, inspections, fake(DurableTasks.class, this::schedule), cases, settings, this);

    private Object resource(Object proxy, Method method, Object[] arguments) {
        if (inventoryAway) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "inventory-away", "none");
        }
        if (method.getName().equals("serves")) {
            return served;
        }
        inventoryAsked++;
        return method.getName().equals("ofAccount") ? List.copyOf(resources.values())
            : Optional.ofNullable(resources.get((String) arguments[1]));
    }

    /** The register knows the access of the site: a server and one of its addresses. */
    void accessed(String id, String... ips) {
        WebSite site = new WebSite("示例", List.of("example.com"), null, null, null, null, null, null,
            List.of(new Access("cvm", id, List.of(ips))), null);
        entry = new ServiceEntry(NUMBER, ORGANIZER, "示例", List.of("example.com"), 1, "o1", Instant.EPOCH, entry.state(), Instant.EPOCH,
            site, List.of());
    }

    static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Has the site o1-1. */
    Desk granted() {
        grant();
        follower.run("grants");
        return this;
    }

    void grant() {
        HistoryEntry approved = new HistoryEntry("o1", 9, now, "authority", OrderEvent.APPROVED, OrderState.DRAFT, OrderState.APPROVED,
            null, Map.of(), "", "");
        history.add(new EventFeedStore.Row(new EventFeedStore.Position(history.size(), "o1", 9), "anna", approved));
        follower.changed(order(), approved);
    }

    Order order() {
        WebSite site = new WebSite("示例", List.of("Example.com"), null, null, null, null, null, null,
            List.of(new Access("cvm", "ins-1", null)), null);
        Organizer organizer = new Organizer(nature, "320000", null, null, null, null, "示例<公司>", null, null, null, null,
            null, null);
        return new Order("o1", 9, "anna", FilingType.FIRST, new Progress(OrderState.APPROVED, null, 1, now, null),
            new Application(organizer, List.of(site), null), List.of(), List.of(), Review.NONE, Handover.NONE,
            new Grant(ORGANIZER, List.of(NUMBER), Instant.parse("2026-11-01T02:00:00Z")), now, now);
    }

    /** Whose site it is. */
    OrganizerNature nature = OrganizerNature.ENTERPRISE;

    private Object orders(Object proxy, Method method, Object[] arguments) {
        Actor actor = (Actor) arguments[0];
        if (!actor.account().equals("anna") && !actor.isStaff()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "order-not-found", "none");
        }
        return method.getName().equals("footers") ? List.of(new FooterSnippet("example.com", NUMBER, "", "https://beian.miit.gov.cn/"))
            : order();
    }

    private Object register(Object proxy, Method method, Object[] arguments) {
        return method.getName().equals("byDomain") ? Optional.of(entry).filter(found -> found.domains().contains(arguments[0]))
            : Optional.of(entry);
    }

    private Object book(Object proxy, Method method, Object[] arguments) {
        LocalizedText name = new LocalizedText("江苏", "Jiangsu");
        return Optional.of(new ProvinceProfile("320000", name, name, "苏", "1", "local", 1, 20, "service", true, Set.of(), "V.3.0",
            "org.openbeian.province.jiangsu", "1.0.0"));
    }

    Object schedule(Object proxy, Method method, Object[] arguments) {
        return tasks.put(arguments[0] + ":" + arguments[1], (Instant) arguments[2]) == null ? null : null;
    }

    private Object mark(Object proxy, Method method, Object[] arguments) {
        return method.getName().equals("get") ? Optional.ofNullable(marks.get((String) arguments[0]))
            : marks.put((String) arguments[0], (String) arguments[1]) == null ? null : null;
    }

    private Object feed(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("epoch")) {
            return "epoch-1";
        }
        long after = ((EventFeedStore.Position) arguments[2]).transaction();
        return new EventFeedStore.Batch(history.stream().filter(row -> row.position().transaction() > after).toList(),
            new EventFeedStore.Position(history.size() - 1, "o1", 9));
    }

    private SiteProbe.Page fetch(URI address) throws OutgoingFailure {
        if (address.getHost().endsWith(".gov.cn")) {
            witnessed.add(address.getHost());
            if (pages.containsKey("offline")) {
                throw new OutgoingFailure(OutgoingFailure.Why.UNREACHABLE, "none", null);
            }
            return new SiteProbe.Page(address, 403, null, null, new byte[0], false);
        }
        fetched.add(address.toString());
        String html = pages.get(address.toString());
        if (pages.containsKey("broken")) {
            throw new IllegalStateException("broken");
        }
        if (html == null) {
            throw new OutgoingFailure(pages.containsKey("why") ? OutgoingFailure.Why.valueOf(pages.get("why"))
                : OutgoingFailure.Why.UNREACHABLE, "none", null);
        }
        return new SiteProbe.Page(address, 200, "text/html; charset=utf-8", null, html.getBytes(StandardCharsets.UTF_8), false);
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
