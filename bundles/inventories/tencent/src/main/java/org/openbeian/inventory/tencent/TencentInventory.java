package org.openbeian.inventory.tencent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cloud servers of one account at Tencent Cloud, as its interface tells them; what it told counts for a while, so that judging
 * an order again does not ask again. One for each configuration.
 */
@Component(service = ResourceInventory.class, configurationPid = TencentInventory.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CvmConfig.class, factory = true)
public final class TencentInventory implements ResourceInventory {

    static final String PID = "org.openbeian.inventory.tencent";
    static final String KIND = "cvm";

    private static final Logger LOG = LoggerFactory.getLogger(TencentInventory.class);
    private static final Pattern ID = Pattern.compile("ins-[a-z0-9]{1,20}");
    /** The time that an inventory has, with some left for the caller. */
    private static final Duration PATIENCE = Duration.ofMillis(900);
    private static final Duration LIST_PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_KEPT = 10_000;

    private final CvmSettings settings;
    private final CvmClient client;
    private final LongSupplier nanoTime;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /**
     * With an account at the cloud. Signed with real time: the cloud does not live by a virtual clock.
     *
     * @throws IllegalArgumentException when a value is bad; this inventory then stays away
     */
    @Activate
    public TencentInventory(CvmConfig config, @Reference OutgoingHttp http,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault, BundleContext context) {
        this(CvmSettings.of(config), new CvmClient(CvmSettings.of(config), http,
            value -> vault.resolve(value, "production".equalsIgnoreCase(context.getProperty("openbeian.profile"))), Clock.systemUTC()),
            System::nanoTime);
    }

    TencentInventory(CvmSettings settings, CvmClient client, LongSupplier nanoTime) {
        this.settings = settings;
        this.client = client;
        this.nanoTime = nanoTime;
    }

    /** What was told of a server, also that there is none, and when. */
    private record Kept(Optional<ResourceFacts> facts, long at) {
    }

    @Override
    public Optional<ResourceFacts> find(String kind, String id) {
        if (!KIND.equals(kind) || !ID.matcher(id).matches()) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        synchronized (kept) {
            Kept known = kept.get(id);
            if (known != null && now - known.at() < settings.keepSeconds() * 1_000_000_000L) {
                return known.facts();
            }
        }
        Optional<ResourceFacts> found = ask(id, now);
        synchronized (kept) {
            kept.remove(id);
            kept.put(id, new Kept(found, now));
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return found;
    }

    private Optional<ResourceFacts> ask(String id, long start) {
        try {
            for (String region : settings.regions()) {
                Duration left = PATIENCE.minusNanos(nanoTime.getAsLong() - start);
                if (left.isNegative() || left.isZero()) {
                    throw new IOException("the regions took more than " + PATIENCE.toMillis() + " ms");
                }
                ResourceFacts facts = client.find(id, region, left);
                if (facts != null) {
                    return Optional.of(facts);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean serves(String kind) {
        return KIND.equals(kind);
    }

    @Override
    public List<ResourceFacts> ofAccount(String account) {
        if (!settings.account().equals(account)) {
            return List.of();
        }
        List<ResourceFacts> found = new ArrayList<>();
        try {
            for (String region : settings.regions()) {
                found.addAll(client.all(region, LIST_PATIENCE));
            }
        } catch (IOException e) {
            LOG.warn("Tencent Cloud does not list the servers of {}: {}", account, e.getMessage());
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public void put(ResourceFacts facts) {
        throw new UnsupportedOperationException("the servers of Tencent Cloud are read from there");
    }
}
