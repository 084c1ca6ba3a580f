package org.openbeian.authority.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingFailure.Why;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.site.SiteProbe;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Stands for all websites of the world: the page of a host is the file {@code HOST.html} in {@code data/simulated-sites}, and a host
 * without a file does not answer, but for the ministry's, which are witnesses that the network is there. A host stands for the addresses
 * in {@code HOST.ips}, one a line, and for none without that file. What its scripts make of a page is {@code HOST.rendered.html}; without
 * that file there is no browser. Nothing is fetched from a network.
 */
@Component
public final class SimulatedSites implements SiteProbe {

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private static final String WITNESS = ".miit.gov.cn";

    private final Path folder;

    /** Pages lie below the data directory of the server. */
    @Activate
    public SimulatedSites(BundleContext context) {
        this(Path.of(context.getProperty("karaf.data"), "simulated-sites"));
    }

    SimulatedSites(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<String> addresses(String host) {
        Path file = folder.resolve(host + ".ips");
        try {
            return HOST.matcher(host).matches() && Files.isRegularFile(file) ? Files.readAllLines(file).stream().map(String::strip)
                .filter(line -> !line.isEmpty()).toList() : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public Page fetch(URI address) throws OutgoingFailure {
        String host = address.getHost();
        if (host != null && host.endsWith(WITNESS)) {
            return new Page(address, 200, "text/html; charset=utf-8", null, new byte[0], false);
        }
        return page(address, ".html", false).orElseThrow(() -> new OutgoingFailure(Why.UNREACHABLE, "no such simulated site", null));
    }

    @Override
    public Optional<Rendering> render(URI address) {
        try {
            return Optional.of(page(address, ".rendered.html", true).map(page -> new Rendering(page, List.of(), null))
                .orElseGet(() -> Rendering.none(new LocalizedText("模拟站点没有浏览器", "the simulated sites have no browser"))));
        } catch (OutgoingFailure e) {
            return Optional.of(Rendering.none(new LocalizedText("模拟站点无法读取", "the simulated site cannot be read")));
        }
    }

    private Optional<Page> page(URI address, String kind, boolean rendered) throws OutgoingFailure {
        String host = address.getHost();
        if (host == null || !HOST.matcher(host).matches() || !Files.isRegularFile(folder.resolve(host + kind))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Page(address, 200, "text/html; charset=utf-8", null, Files.readAllBytes(folder.resolve(host + kind)),
                rendered));
        } catch (IOException e) {
            throw new OutgoingFailure(Why.NO_ANSWER, "the simulated site cannot be read", e);
        }
    }
}
