package org.openbeian.aftercare;

import static org.openbeian.aftercare.Remarks.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.FooterSnippet;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.PoliceGrant;
import org.openbeian.api.site.SiteDuty;
import org.openbeian.api.site.SiteFooter;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.identifier.Fault;
import org.openbeian.core.identifier.PoliceNumber;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The sites, their footers and their duties (T-45 to T-55, T-93 to T-95). Thread-safe. */
@Component(service = {Sites.class, SiteBook.class})
public final class SiteBook implements Sites {

    private static final String BUNDLE = "org.openbeian.aftercare";

    /** A change that comes between reading and storing is rare, two are rarer. */
    private static final int TRIES = 5;

    private final SiteFiles files;
    private final Transactions transactions;
    private final Orders orders;
    private final RegisterStore register;
    private final RuleBooks books;
    private final Inspector inspector;
    private final FiledResources resources;
    private final DurableTasks tasks;
    private final AuditLog audit;
    private final AftercareSettings settings;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public SiteBook(@Reference SiteFiles files, @Reference Transactions transactions, @Reference Orders orders,
            @Reference RegisterStore register, @Reference RuleBooks books, @Reference Inspector inspector,
            @Reference FiledResources resources, @Reference DurableTasks tasks,
            @Reference AuditLog audit, @Reference AftercareSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.files = files;
        this.transactions = transactions;
        this.orders = orders;
        this.register = register;
        this.books = books;
        this.inspector = inspector;
        this.resources = resources;
        this.tasks = tasks;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<SiteView> list(Actor actor, String orderId, boolean overdue, String before, int limit) {
        String state = overdue ? SiteFiles.OVERDUE : null;
        return transactions.call(() -> {
            List<FiledSite> found = new ArrayList<>();
            if (orderId != null || actor.isStaff()) {
                if (orderId != null) {
                    orders.get(actor, orderId);
                }
                found.addAll(files.list(null, orderId, state, before, limit));
            } else {
                found.addAll(files.list(actor.account(), null, state, before, limit));
                actor.delegated().keySet().stream().filter(key -> key.indexOf(':') < 0)
                    .forEach(order -> found.addAll(files.list(null, order, state, before, limit)));
            }
            return found.stream().distinct().sorted(Comparator.comparing(FiledSite::id).reversed()).limit(limit).map(this::view).toList();
        });
    }

    /** The newest sites of an account that owe something. */
    List<SiteView> owing(String account) {
        return transactions.call(() -> Stream.of(SiteFiles.OVERDUE, SiteFiles.OWING)
            .flatMap(state -> files.list(account, null, state, null, MOST).stream()).map(this::view).toList());
    }

    @Override
    public SiteView get(Actor actor, String id) {
        return transactions.call(() -> view(visible(actor, id)));
    }

    @Override
    public SiteView opened(Actor actor, String id, LocalDate openedOn) {
        if (openedOn != null && openedOn.isAfter(today())) {
            throw invalid("opening-ahead", "/openedOn", text("开通日期 " + openedOn + " 晚于今天", "The day " + openedOn + " is after today"),
                text("请在网站开通后登记", "Record it once the site is open"));
        }
        return change(actor, id, "site.opened", Map.of("openedOn", String.valueOf(openedOn)),
            site -> site.next(openedOn, site.police(), site.footer()));
    }

    @Override
    public SiteView policeGranted(Actor actor, String id, String number, LocalDate grantedOn) {
        String written = number == null ? "" : number.strip().replace(" ", "");
        if (grantedOn == null || grantedOn.isAfter(today())) {
            throw invalid("police-number-day", "/grantedOn", text("批准日期缺失或晚于今天", "The day of the grant is missing or after today"),
                text("请填写公安备案通过的日期", "Give the day on which it was granted"));
        }
        return change(actor, id, "site.police-number", Map.of("number", written), site -> {
            check(written, site.provinceId());
            return site.next(site.openedOn(), new PoliceGrant(written, grantedOn), site.footer());
        });
    }

    private static void check(String number, String provinceId) {
        Fault fault = PoliceNumber.check(number).orElse(null);
        if (fault == Fault.AREA) {
            throw invalid("police-number-character", "/number", text("公安备案号的省份简称与编号前两位不符",
                "The character of the number and its first two digits belong to different provinces"),
                text("请按平台显示的编号填写", "Enter it as the platform shows it"));
        } else if (fault != null) {
            throw invalid("police-number-form", "/number", text("公安备案号格式不正确", "This is no public-security number"),
                text("格式如 粤公网安备44030502000001号（14 位数字）", "It looks like 粤公网安备44030502000001号, with 14 digits"));
        } else if (!number.substring(number.indexOf('备') + 1).startsWith(provinceId.substring(0, 2))) {
            throw invalid("police-number-province", "/number", text("公安备案号属于其他省份", "The number belongs to another province"),
                text("网站备案省份的编号以 " + provinceId.substring(0, 2) + " 开头", "Those of the site's province begin with "
                    + provinceId.substring(0, 2)));
        }
    }

    @Override
    public SiteFooter footer(Actor actor, String id, String host) {
        return transactions.call(() -> {
            FiledSite site = view(visible(actor, id)).site();
            String wanted = host == null ? site.domains().get(0) : ascii(host);
            if (site.domains().stream().noneMatch(domain -> covers(domain, wanted))) {
                throw invalid("footer-host", "/host", text(host + " 不属于该网站的域名", host + " is not below a domain of this site"),
                    text("域名：" + String.join("、", site.domains()), "Its domains: " + String.join(", ", site.domains())));
            }
            return footer(site, wanted);
        });
    }

    @Override
    public Optional<SiteFooter> footer(String host) {
        String wanted = ascii(host);
        return transactions.call(() -> {
            for (String domain = wanted; domain.indexOf('.') > 0; domain = domain.substring(domain.indexOf('.') + 1)) {
                Optional<FiledSite> site = register.byDomain(domain).map(ServiceEntry::number).flatMap(files::withNumber)
                    .map(found -> view(found).site()).filter(found -> !found.ended());
                if (site.isPresent()) {
                    return site.map(found -> footer(found, wanted));
                }
            }
            return Optional.empty();
        });
    }

    private SiteFooter footer(FiledSite site, String host) {
        Wanted wanted = wanted(site);
        return new SiteFooter(host, wanted.numbers().get(0), wanted.link(), wanted.copyright(), wanted.policeNumber(), wanted.policeLink(),
            wanted.policeIcon(), wanted.html());
    }

    @Override
    public SiteView inspect(Actor actor, String id) {
        FiledSite site = get(actor, id).site();
        FooterReport report = inspector.inspectNow(transactions.call(() -> wanted(site)), transactions.call(() -> homeUrl(site)),
            site.domains().get(0), () -> resources.of(site).ips()).orElseThrow(() -> inspector.isOffline()
            ? new Refusal(Kind.UNAVAILABLE, "inspector-offline", "This server reaches no site at the moment, so that nothing can be said"
                + " about this one; try again later.")
            : new Refusal(Kind.UNAVAILABLE, "inspector-busy", "As many pages as allowed are being inspected; try again in a moment."));
        return change(actor, id, "site.inspected", Map.of("state", report.state().name()),
            now -> now.next(now.openedOn(), now.police(), report));
    }

    /**
     * Inspects the page of a site outside any transaction; empty when the inspector has its hands full or is offline.
     *
     * @param filed tells the addresses that were filed; asked once a page was had
     */
    Optional<FooterReport> report(FiledSite site, Supplier<List<String>> filed) {
        return inspector.inspect(transactions.call(() -> wanted(site)), transactions.call(() -> homeUrl(site)), site.domains().get(0),
            filed);
    }

    private String homeUrl(FiledSite site) {
        return service(orders.get(Actor.SYSTEM, site.orderId()), site.number()) instanceof WebSite page ? page.homeUrl() : null;
    }

    static InternetService service(Order order, String number) {
        int at = order.grant() == null ? -1 : order.grant().serviceNumbers().indexOf(number);
        return at < 0 || at >= order.application().services().size() ? null : order.application().services().get(at);
    }

    private Wanted wanted(FiledSite site) {
        Order order = orders.get(Actor.SYSTEM, site.orderId());
        Optional<ProvinceProfile> profile = books.current().profile(site.provinceId());
        String link = orders.footers(Actor.SYSTEM, site.orderId()).stream().findFirst().map(FooterSnippet::link).orElseThrow();
        boolean either = profile.map(ProvinceProfile::footerNumber).filter("either"::equals).isPresent();
        String copyright = profile.filter(ProvinceProfile::copyrightNotice).isPresent() ? "版权所有 © " + owner(order, site) : null;
        String police = site.police() == null ? null : site.police().number();
        AftercareConfig config = settings.get();
        return new Wanted(either ? List.of(site.number(), site.organizerNumber()) : List.of(site.number()), site.organizerNumber(), link,
            copyright, police, police == null ? null : config.police_link() + police.replaceAll("\\D", ""),
            police == null ? null : config.police_icon(), site.name(), profile.map(ProvinceProfile::bundle).orElse(null),
            profile.map(ProvinceProfile::bundleVersion).orElse(null));
    }

    /** Whoever asks for the snippet of a host reads it: a person is not named, the site is. */
    private static String owner(Order order, FiledSite site) {
        Organizer organizer = order.application().organizer();
        return organizer == null || organizer.name() == null || organizer.nature() == null || organizer.nature().isPerson()
            ? site.name() : organizer.name();
    }

    /** The site as the register knows it now, with its duties. */
    SiteView view(FiledSite kept) {
        FiledSite site = register.service(kept.number()).map(entry -> kept.registered(entry.name() == null ? kept.name() : entry.name(),
            entry.domains().isEmpty() ? kept.domains() : entry.domains(), entry.state() != ServiceState.ACTIVE)).orElse(kept);
        return new SiteView(site, Duties.of(site, settings.get(), clock.instant()));
    }

    /** Whether the filing of a site stands without any access. */
    boolean isShell(FiledSite site) {
        return register.service(site.number()).filter(entry -> entry.state() == ServiceState.ACCESS_CANCELLED)
            .filter(entry -> entry.accesses().isEmpty()).isPresent();
    }

    /** Whether the filing of a site stands with accesses at other providers alone. */
    boolean isElsewhere(FiledSite site) {
        return register.service(site.number()).filter(entry -> entry.state() == ServiceState.ACCESS_CANCELLED)
            .filter(entry -> !entry.accesses().isEmpty()).isPresent();
    }

    /** The state under which a site is found. */
    static String state(SiteView view) {
        return view.site().ended() ? SiteFiles.ENDED : view.overdue() ? SiteFiles.OVERDUE
            : view.duties().stream().allMatch(duty -> duty.state() == SiteDuty.State.DONE) ? SiteFiles.DONE : SiteFiles.OWING;
    }

    /** Stores the next version and looks at the site soon, since its dates changed. What the watch stores meanwhile is kept. */
    private SiteView change(Actor actor, String id, String action, Map<String, String> details, UnaryOperator<FiledSite> decision) {
        return transactions.call(() -> {
            for (int i = 0; i < TRIES; i++) {
                SiteView next = view(decision.apply(visible(actor, id)));
                if (files.update(next.site(), state(next))) {
                    tasks.ensure(SiteWatch.NAME, id, clock.instant());
                    audit.record(actor, action, "site", id, null, details);
                    return next;
                }
            }
            throw new Refusal(Kind.STALE, "site-changed", "The site is changed again and again; try once more.");
        });
    }

    private FiledSite visible(Actor actor, String id) {
        FiledSite site = files.find(id).orElseThrow(SiteBook::unknown);
        try {
            orders.get(actor, site.orderId());
        } catch (Refusal hidden) {
            throw unknown();
        }
        return site;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Duties.CHINA);
    }

    private static boolean covers(String domain, String host) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static String ascii(String host) {
        try {
            return Inspector.ascii(host.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "site-not-found", "There is no such site, or it is not yours.");
    }

    private static Refusal invalid(String code, String pointer, LocalizedText text, LocalizedText mend) {
        return new Refusal(Kind.INVALID, code, text.en(), List.of(new Finding(code, Severity.BLOCK, pointer, text, mend, null, BUNDLE,
            null)));
    }
}
