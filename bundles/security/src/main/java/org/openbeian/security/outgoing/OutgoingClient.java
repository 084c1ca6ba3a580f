package org.openbeian.security.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingFailure.Why;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** Judges each call and each redirect, and makes it through the line of its endpoint. Thread-safe. */
@Component(service = OutgoingHttp.class, configurationPid = OutgoingClient.PID)
@Designate(ocd = OutgoingSettings.class)
public final class OutgoingClient implements OutgoingHttp {

    static final String PID = "org.openbeian.outgoing";

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "cookie");

    private final ConfigGuard<OutgoingSettings> config = new ConfigGuard<>(OutgoingSettings.class, PID,
            LoggerFactory.getLogger(OutgoingClient.class)).number("connect.timeout.millis", 100, 60_000)
            .number("patience.millis", 100, 300_000).number("answer.bytes", 1_000, 50_000_000);
    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    private final Map<Endpoint, Line> lines = new HashMap<>();
    private final Names names;

    /** How names are resolved. */
    interface Names {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Asks the platform for names. */
    @Activate
    public OutgoingClient(OutgoingSettings given) {
        this(given, InetAddress::getAllByName);
    }

    OutgoingClient(OutgoingSettings given, Names names) {
        this.names = names;
        config.update(given);
    }

    @Modified
    void modified(OutgoingSettings given) {
        config.update(given);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addEndpoint(Endpoint endpoint) {
        endpoints.add(endpoint);
    }

    void removeEndpoint(Endpoint endpoint) {
        endpoints.remove(endpoint);
        Line line;
        synchronized (lines) {
            line = lines.remove(endpoint);
        }
        if (line != null) {
            line.close();
        }
    }

    /** Ends all connections. */
    @Deactivate
    public void close() {
        synchronized (lines) {
            lines.values().forEach(Line::close);
            lines.clear();
        }
    }

    @Override
    public Optional<String> refusal(URI address) {
        try {
            line(address, false).judge(address);
            return Optional.empty();
        } catch (OutgoingFailure e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public Answer call(Request request) throws OutgoingFailure {
        long patience = config.get().patience_millis();
        if (request.patience() != null) {
            patience = Math.min(patience, request.patience().toMillis());
        }
        long end = System.nanoTime() + Duration.ofMillis(patience).toNanos();
        URI address = request.address();
        Map<String, String> headers = request.headers();
        int most = Math.min(request.mostBytes(), config.get().answer_bytes());
        for (int redirect = 0;; redirect++) {
            Answer answer = line(address, request.plainHttp()).send(request, address, headers, most,
                    Duration.ofNanos(end - System.nanoTime()));
            String location = answer.headers().get("location");
            if (!request.method().equals("GET") || redirect == request.redirects() || location == null
                    || !REDIRECTS.contains(answer.status())) {
                return answer;
            }
            URI next = target(address, location);
            if (!sameOrigin(address, next)) {
                headers = withoutSecrets(headers);
            }
            address = next;
        }
    }

    private static URI target(URI from, String location) throws OutgoingFailure {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw refused("the other side redirects to something that is no address", e);
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return other.getHost() != null && other.getScheme() != null && Endpoint.scheme(one).equals(Endpoint.scheme(other))
                && one.getHost().equalsIgnoreCase(other.getHost()) && Endpoint.port(one) == Endpoint.port(other);
    }

    private static Map<String, String> withoutSecrets(Map<String, String> headers) {
        Map<String, String> harmless = new HashMap<>(headers);
        harmless.keySet().removeIf(name -> SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
        return harmless;
    }

    /** The line to an address, if its form is good; which of its network addresses are good the line decides. */
    private Line line(URI address, boolean plainHttp) throws OutgoingFailure {
        String scheme = address.getScheme() == null ? "" : Endpoint.scheme(address);
        if (!scheme.equals("https") && !scheme.equals("http") || address.getHost() == null || address.getRawUserInfo() != null) {
            throw refused("only http and https addresses without user information are called", null);
        }
        Endpoint endpoint = endpoints.stream().filter(one -> one.covers(address))
                .max(Comparator.comparingInt(Endpoint::precision)).orElse(Endpoint.NONE);
        if (scheme.equals("http") && !endpoint.isInternal() && !plainHttp) {
            throw refused("plain http is for endpoints that the operator configured as internal", null);
        }
        synchronized (lines) {
            return lines.computeIfAbsent(endpoint, one -> new Line(one, names, config.get().connect_timeout_millis()));
        }
    }

    static OutgoingFailure refused(String why, Throwable cause) {
        return new OutgoingFailure(Why.REFUSED, "not called: " + why, cause);
    }
}
