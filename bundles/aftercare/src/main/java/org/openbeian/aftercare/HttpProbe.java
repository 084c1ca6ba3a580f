package org.openbeian.aftercare;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.site.SiteProbe;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fetches pages without running their scripts, from public addresses alone, also after redirects. Thread-safe. */
@Component(property = "service.ranking:Integer=-100")
public final class HttpProbe implements SiteProbe {

    private static final int REDIRECTS = 5;
    private static final Map<String, String> HEADERS = Map.of("Accept", "text/html,application/xhtml+xml", "Accept-Language",
        "zh-CN,zh;q=0.9", "Accept-Encoding", "identity");

    private final OutgoingHttp http;
    private final AftercareSettings settings;

    /** Created by Declarative Services. */
    @Activate
    public HttpProbe(@Reference OutgoingHttp http, @Reference AftercareSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public Page fetch(URI address) throws OutgoingFailure {
        AftercareConfig limits = settings.get();
        OutgoingHttp.Answer answer = http.call(new OutgoingHttp.Request("GET", address, HEADERS, null,
            Duration.ofSeconds(limits.page_seconds()), limits.page_bytes(), REDIRECTS, true));
        return new Page(answer.address(), answer.status(), answer.headers().get("content-type"),
            answer.headers().get("content-encoding"), answer.body(), false);
    }
}
