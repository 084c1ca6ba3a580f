package org.openbeian.security.outgoing;

import java.net.URI;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.openbeian.api.http.Transport;
import org.openbeian.api.key.KeyVault;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One endpoint that the operator configured. One with a bad value does not come into being, and the log says why. Immutable. */
@Component(service = Endpoint.class, configurationPid = "org.openbeian.outgoing.endpoint",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EndpointSettings.class, factory = true)
public final class Endpoint {

    /** For addresses that nobody configured. */
    static final Endpoint NONE = new Endpoint(null, false, Transport.DIRECT);

    private final URI beginning;
    private final boolean internal;
    private final Transport transport;

    /** As configured. */
    @Activate
    public Endpoint(@Reference KeyVault vault, BundleContext context, EndpointSettings settings) {
        this(settings,
                value -> vault.resolve(value, "production".equalsIgnoreCase(context.getProperty("openbeian.profile"))));
    }

    Endpoint(EndpointSettings settings, UnaryOperator<String> secrets) {
        this(beginning(settings.address()), settings.internal(), Transport.of(settings.proxy(), settings.tls_keystore(),
                settings.tls_truststore(), secrets.apply(settings.tls_password())));
        if (!internal && !"https".equals(scheme(beginning))) {
            throw new IllegalArgumentException("address must begin with https:// unless internal is true");
        }
    }

    private Endpoint(URI beginning, boolean internal, Transport transport) {
        this.beginning = beginning;
        this.internal = internal;
        this.transport = transport;
    }

    private static URI beginning(String address) {
        URI uri = URI.create(address);
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null) {
            throw new IllegalArgumentException("address must be the beginning of an address, such as https://login.example.com/");
        }
        return uri;
    }

    /** Whether this endpoint is about an address. */
    boolean covers(URI address) {
        return scheme(address).equals(scheme(beginning)) && address.getHost().equalsIgnoreCase(beginning.getHost())
                && port(address) == port(beginning) && path(address).startsWith(path(beginning));
    }

    /** How exactly this endpoint is about the addresses that it covers: the longest path counts. */
    int precision() {
        return path(beginning).length();
    }

    boolean isInternal() {
        return internal;
    }

    Transport transport() {
        return transport;
    }

    static String scheme(URI address) {
        return address.getScheme().toLowerCase(Locale.ROOT);
    }

    static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : scheme(address).equals("https") ? 443 : 80;
    }

    private static String path(URI address) {
        String path = address.normalize().getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }
}
