package org.openbeian.provider;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.provider.ProviderProfile;
import org.openbeian.api.provider.ProviderStatus;
import org.openbeian.api.provider.ProviderStatus.Offer;
import org.openbeian.api.provider.ProviderStatus.State;
import org.openbeian.api.provider.Providers;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the chosen profile among those of the bundles and puts its settings in force. */
@Component(service = {Providers.class, ConfigurationListener.class}, configurationPid = ProviderBook.PID, immediate = true)
@Designate(ocd = ProviderConfig.class)
@Capability(namespace = "osgi.extender", name = "openbeian.provider", version = "1.0")
public final class ProviderBook implements Providers, ConfigurationListener {

    static final String PID = "org.openbeian.provider";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderBook.class);

    private final ConfigGuard<ProviderConfig> config = new ConfigGuard<>(ProviderConfig.class, PID, LOG)
        .text("profile", Pattern.compile("[a-z0-9-]{0,40}"), "the id of a profile, or nothing");
    private final SettingsWriter writer;
    private final ProfileBundles bundles;
    private ProviderStatus status = new ProviderStatus("", State.NONE, null, List.of(), List.of());

    /** Reads every bundle that is active already. */
    @Activate
    public ProviderBook(BundleContext context, @Reference ConfigurationAdmin admin, ProviderConfig given) {
        writer = new SettingsWriter(admin);
        bundles = new ProfileBundles(context, this::settle);
        config.update(given);
        bundles.open();
        settle();
    }

    @Modified
    void modified(ProviderConfig given) {
        config.update(given);
        settle();
    }

    @Deactivate
    void stop() {
        bundles.close();
    }

    @Override
    public synchronized ProviderStatus status() {
        return status;
    }

    @Override
    public Optional<ProviderProfile> inForce() {
        ProviderStatus now = status();
        return switch (now.state()) {
            case NONE -> Optional.empty();
            case IN_FORCE -> Optional.of(now.profile());
            case MISSING, REFUSED -> throw new Refusal(Refusal.Kind.UNAVAILABLE, "provider-profile-missing", "the profile "
                + now.chosen() + " of the operator is not there, or has mistakes; until then nobody can consent to its texts");
        };
    }

    /** Writes again what a changed file took away. */
    @Override
    public void configurationEvent(ConfigurationEvent event) {
        ProviderProfile profile = status().profile();
        if (profile != null && profile.settings().stream().anyMatch(setting -> setting.pid().equals(event.getPid()))) {
            settle();
        }
    }

    /** Follows bundles and configuration. A profile that is away for a moment takes nothing of its settings along. */
    private synchronized void settle() {
        List<ProfileBundles.Found> all = bundles.all();
        String chosen = config.get().profile();
        ProfileBundles.Found found = all.stream().filter(one -> one.id().equals(chosen)).findFirst().orElse(null);
        State state = chosen.isEmpty() ? State.NONE : found == null ? State.MISSING
            : found.file().problems().isEmpty() ? State.IN_FORCE : State.REFUSED;
        ProviderProfile profile = state == State.IN_FORCE ? found.file().profile() : null;
        List<String> overridden = List.of();
        if (state == State.IN_FORCE || state == State.NONE) {
            overridden = write(profile);
        }
        if (state != status.state() || !chosen.equals(status.chosen())) {
            tell(chosen, state, found);
        }
        status = new ProviderStatus(chosen, state, profile, overridden, all.stream().map(ProviderBook::offer).toList());
    }

    private List<String> write(ProviderProfile profile) {
        try {
            return writer.write(profile == null ? List.of() : profile.settings());
        } catch (IOException e) {
            LOG.error("The settings of the profile cannot be written", e);
            return List.of();
        }
    }

    private static void tell(String chosen, State state, ProfileBundles.Found found) {
        switch (state) {
            case NONE -> LOG.info("No profile is chosen");
            case IN_FORCE -> LOG.info("Profile {} of {} is in force", chosen, found.bundle());
            case MISSING -> LOG.warn("Profile {} is chosen, but no bundle brings it; nothing can be submitted", chosen);
            case REFUSED -> LOG.warn("Profile {} of {} is refused; nothing can be submitted: {}", chosen, found.bundle(),
                String.join("; ", found.file().problems()));
        }
    }

    private static Offer offer(ProfileBundles.Found found) {
        ProviderProfile profile = found.file().profile();
        return new Offer(found.id(), profile == null ? null : profile.version(), found.bundle(), found.file().problems());
    }
}
