package org.openbeian.aftercare;

import static org.openbeian.aftercare.Remarks.text;

import java.net.IDN;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingFailure.Why;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.FooterReport.State;
import org.openbeian.api.site.SiteProbe;
import org.openbeian.api.site.SiteProbe.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches home pages, a few at a time, and has them compared. Before a site counts as one that does not answer, a witness has to answer:
 * the fault may be the network of this server. Thread-safe.
 */
@Component(service = Inspector.class)
public final class Inspector {

    private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);

    private final SiteProbe probe;
    private final AftercareSettings settings;
    private final Clock clock;
    private final Places ofServer = new Places(new AtomicInteger(), new AtomicInteger());
    private final Places ofPeople = new Places(new AtomicInteger(), new AtomicInteger());
    private final AtomicBoolean offline = new AtomicBoolean();

    /** How many are fetched and how many rendered. */
    private record Places(AtomicInteger pages, AtomicInteger renderings) {
    }

    /** A page without its scripts; null when there is only a report. */
    private record Seen(FooterReport plain, Page page, List<String> resolved, List<String> filed) {

        boolean mayChange() {
            return page != null && RenderedCheck.mayChange(plain, page);
        }
    }

    /** Created by Declarative Services. */
    @Activate
    public Inspector(@Reference(policyOption = ReferencePolicyOption.GREEDY) SiteProbe probe, @Reference AftercareSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.probe = probe;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Inspects a page for the server itself; empty when as many as allowed are being inspected, or when this server reaches nobody.
     *
     * @param homeUrl home page as entered, or null
     * @param domain main domain
     * @param filed tells the addresses that were filed for it, empty when not known; asked once a page was had
     */
    Optional<FooterReport> inspect(Wanted wanted, String homeUrl, String domain, Supplier<List<String>> filed) {
        return inspect(ofServer, wanted, addresses(homeUrl, domain), domain, filed);
    }

    /** Inspects a page for a person who waits; what the server inspects by itself takes no place of that. */
    Optional<FooterReport> inspectNow(Wanted wanted, String homeUrl, String domain, Supplier<List<String>> filed) {
        return inspect(ofPeople, wanted, addresses(homeUrl, domain), domain, filed);
    }

    /** Scripts take long, and wait for a browser: whatever only fetches does not wait for them. */
    private Optional<FooterReport> inspect(Places places, Wanted wanted, List<URI> addresses, String domain,
            Supplier<List<String>> filed) {
        return within(places.pages(), () -> fetch(wanted, addresses, domain, filed)).flatMap(seen -> !seen.mayChange()
            ? Optional.of(seen.plain()) : within(places.renderings(), () -> rendered(wanted, seen)));
    }

    private <T> Optional<T> within(AtomicInteger taken, Supplier<Optional<T>> work) {
        if (taken.incrementAndGet() > settings.get().pages_at_once()) {
            taken.decrementAndGet();
            return Optional.empty();
        }
        try {
            return work.get();
        } finally {
            taken.decrementAndGet();
        }
    }

    /** The next address is tried only when nobody answers at one at all. */
    private Optional<Seen> fetch(Wanted wanted, List<URI> addresses, String domain, Supplier<List<String>> filed) {
        OutgoingFailure last = null;
        URI asked = addresses.get(0);
        for (URI address : addresses) {
            try {
                Page page = probe.fetch(address);
                List<String> ips = filed.get();
                List<String> resolved = ips.isEmpty() ? List.of() : leadsTo(domain);
                return Optional.of(new Seen(FooterCheck.report(wanted, page, resolved, ips, clock.instant()), page, resolved, ips));
            } catch (RuntimeException broken) {
                LOG.warn("The probe of pages failed: {}", broken.getClass().getName());
                return reported(probeFailed(wanted, address));
            } catch (OutgoingFailure failure) {
                last = last == null || failure.why() != Why.UNREACHABLE ? failure : last;
                asked = address;
                if (failure.why() != Why.UNREACHABLE) {
                    break;
                }
            }
        }
        boolean silent = last.why() == Why.UNREACHABLE || last.why() == Why.NO_ANSWER;
        return silent && !isOnline() ? Optional.empty() : reported(unanswered(wanted, asked, last));
    }

    private static Optional<Seen> reported(FooterReport report) {
        return Optional.of(new Seen(report, null, List.of(), List.of()));
    }

    /** What scripts may bring is looked for after they were run; empty when the probe has no place for that now. */
    private Optional<FooterReport> rendered(Wanted wanted, Seen seen) {
        try {
            return probe.render(seen.page().address())
                .map(rendering -> RenderedCheck.report(wanted, seen.plain(), rendering, seen.resolved(), seen.filed()));
        } catch (RuntimeException broken) {
            LOG.warn("The probe of pages failed: {}", broken.getClass().getName());
            return Optional.of(probeFailed(wanted, seen.page().address()));
        }
    }

    /** Whether a witness answers, anything at all; told once when none does, and once when one does again. */
    private boolean isOnline() {
        String[] witnesses = settings.get().witnesses();
        boolean online = witnesses.length == 0 || Stream.of(witnesses).anyMatch(this::answersAtAll);
        if (offline.getAndSet(!online) == online) {
            if (online) {
                LOG.info("A witness answers again; sites are judged again");
            } else {
                LOG.error("No site is judged: none of the witnesses {} answers, so that the network of this server seems to be away"
                    + " (setting witnesses of {})", List.of(witnesses), AftercareSettings.PID);
            }
        }
        return online;
    }

    private boolean answersAtAll(String witness) {
        try {
            probe.fetch(URI.create(witness));
            return true;
        } catch (OutgoingFailure failure) {
            return failure.why() == Why.TOO_LARGE;
        } catch (RuntimeException broken) {
            LOG.warn("The probe of pages failed: {}", broken.getClass().getName());
            return false;
        }
    }

    /** Whether no witness answered when one was asked last, and none does now. */
    boolean isOffline() {
        return offline.get() && !isOnline();
    }

    /** A probe that breaks says nothing about the site. */
    private FooterReport probeFailed(Wanted wanted, URI address) {
        Remarks remarks = new Remarks(wanted);
        remarks.unknown("page-probe-failed", text("检查程序出错，未能打开首页", "The probe failed; the home page was not seen"),
            text("请稍后再检查", "Inspect it again later"));
        return new FooterReport(clock.instant(), address.toString(), State.UNKNOWN, false, false, remarks.findings());
    }

    /**
     * Whether anything answers under a domain; empty when that cannot be told, or this server reaches nobody. It waits for no
     * inspection: whoever asks does so for one domain after another.
     *
     * @param domain lower-case A-form
     */
    Optional<Boolean> answers(String domain) {
        try {
            return answered(domain);
        } catch (RuntimeException broken) {
            LOG.warn("The probe of pages failed: {}", broken.getClass().getName());
            return Optional.empty();
        }
    }

    /** Whether a domain stands for an address; empty when it does not, or that cannot be told. */
    Optional<Boolean> resolves(String domain) {
        return leadsTo(domain).isEmpty() ? Optional.empty() : Optional.of(true);
    }

    /** The addresses that a domain stands for; empty also when that cannot be told. */
    List<String> leadsTo(String domain) {
        try {
            return probe.addresses(domain);
        } catch (RuntimeException broken) {
            LOG.warn("The probe of names failed: {}", broken.getClass().getName());
            return List.of();
        }
    }

    private Optional<Boolean> answered(String domain) {
        for (URI address : addresses(null, domain)) {
            try {
                probe.fetch(address);
                return Optional.of(true);
            } catch (OutgoingFailure failure) {
                if (failure.why() == Why.TOO_LARGE) {
                    return Optional.of(true);
                }
                if (failure.why() != Why.UNREACHABLE) {
                    return Optional.empty();
                }
            }
        }
        return isOnline() ? Optional.of(false) : Optional.empty();
    }

    private FooterReport unanswered(Wanted wanted, URI address, OutgoingFailure failure) {
        Remarks remarks = new Remarks(wanted);
        switch (failure.why()) {
            case REFUSED -> remarks.unknown("page-address", text("首页指向不允许访问的地址（内网地址或非网页地址）",
                "The home page leads to an address that is not fetched: one inside a network, or no web address"),
                text("请将域名解析及跳转指向公网地址", "Let the domain and its redirects lead to public addresses"));
            case TOO_LARGE -> remarks.unknown("page-too-large", text("首页超过 " + settings.get().page_bytes() + " 字节",
                "The home page is larger than " + settings.get().page_bytes() + " bytes"), text("请减小首页", "Make it smaller"));
            case NO_ANSWER -> remarks.unknown("page-no-answer", text("首页在 " + settings.get().page_seconds() + " 秒内没有返回完整内容",
                "The home page did not come within " + settings.get().page_seconds() + " seconds"),
                text("请检查网站是否可以正常打开", "See whether the site answers"));
            default -> remarks.unknown("page-unreachable", text("无法连接网站", "Nothing can be reached under the domain"),
                text("请检查域名解析与服务器", "See to the DNS entry and the server"));
        }
        return new FooterReport(clock.instant(), address.toString(), State.UNKNOWN, false, false, remarks.findings());
    }

    private static List<URI> addresses(String homeUrl, String domain) {
        List<URI> addresses = new ArrayList<>();
        if (homeUrl != null && homeUrl.matches("(?i)https?://[^\\s/?#@]+([/?#]\\S*)?")) {
            add(addresses, homeUrl);
        } else if (homeUrl != null && homeUrl.matches("[A-Za-z0-9.-]+\\.[A-Za-z0-9-]+")) {
            add(addresses, "https://" + homeUrl + "/");
            add(addresses, "http://" + homeUrl + "/");
        }
        for (String host : List.of(domain, "www." + domain)) {
            add(addresses, "https://" + host + "/");
            add(addresses, "http://" + host + "/");
        }
        return addresses;
    }

    private static void add(List<URI> addresses, String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && !addresses.contains(address)) {
                addresses.add(address);
            }
        } catch (IllegalArgumentException notOne) {
            return;
        }
    }

    static String ascii(String host) {
        return IDN.toASCII(host);
    }
}
