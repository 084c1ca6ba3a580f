package org.openbeian.aftercare;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.openbeian.aftercare.browser.Browser;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.site.SiteProbe;
import org.openbeian.core.identifier.IpAddress;
import org.openbeian.core.plugin.Bulkhead;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Fetches pages without running their scripts, from public addresses alone, also after redirects, and looks names up on threads of its
 * own, since the platform's look-up has no limit of time. Scripts it leaves to the browser. Thread-safe.
 */
@Component(property = "service.ranking:Integer=-100")
public final class HttpProbe implements SiteProbe {

    private static final int REDIRECTS = 5;
    private static final Map<String, String> HEADERS = Map.of("Accept", "text/html,application/xhtml+xml", "Accept-Language",
        "zh-CN,zh;q=0.9", "Accept-Encoding", "identity");

    private static final Duration NAME_PATIENCE = Duration.ofSeconds(5);
    private static final int NAMES = 4;

    private final OutgoingHttp http;
    private final AftercareSettings settings;
    private final Browser browser;
    private final Bulkhead names = new Bulkhead("openbeian-site-names", NAMES);

    /** Created by Declarative Services. */
    @Activate
    public HttpProbe(@Reference OutgoingHttp http, @Reference AftercareSettings settings, @Reference Browser browser) {
        this.http = http;
        this.settings = settings;
        this.browser = browser;
    }

    @Deactivate
    void stop() {
        names.close();
    }

    /** A name that is not known and one whose name server is away look the same here. */
    @Override
    public List<String> addresses(String host) {
        try {
            return names.call(() -> Stream.of(InetAddress.getAllByName(host)).map(InetAddress::getHostAddress).map(IpAddress::canonical)
                .distinct().toList(), NAME_PATIENCE);
        } catch (IOException | RejectedExecutionException unknown) {
            return List.of();
        }
    }

    @Override
    public Page fetch(URI address) throws OutgoingFailure {
        AftercareConfig limits = settings.get();
        OutgoingHttp.Answer answer = http.call(new OutgoingHttp.Request("GET", address, HEADERS, null,
            Duration.ofSeconds(limits.page_seconds()), limits.page_bytes(), REDIRECTS, true));
        return new Page(answer.address(), answer.status(), answer.headers().get("content-type"),
            answer.headers().get("content-encoding"), answer.body(), false);
    }

    @Override
    public Optional<Rendering> render(URI address) {
        return browser.render(address, settings.get().page_bytes());
    }
}
