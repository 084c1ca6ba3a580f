package org.openbeian.store.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.SettingsStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives rows of former versions, once, what a migration cannot: marks that need the vault's key, and what their documents say. */
@Component(immediate = true, service = DurableTask.class)
public final class OlderRows implements DurableTask {

    static final String DONE = "older-rows.165.127";
    private static final String NAME = "older-rows";
    private static final int PORTION = 200;

    private final Database database;
    private final SettingsStore settings;
    private final JdbcRegisterStore register;
    private final JdbcOrderStore orders;
    private final JdbcResourceStore resources;
    private final JdbcAddressStore addresses;
    private final JdbcBlockingStore blockings;
    private final Clock clock;

    @Activate
    public OlderRows(@Reference Database database, @Reference PersonalData personalData, @Reference BlindIndex index,
            @Reference SettingsStore settings, @Reference Clock clock) {
        this.database = database;
        this.settings = settings;
        this.register = new JdbcRegisterStore(database, personalData, index);
        this.orders = new JdbcOrderStore(database, personalData);
        this.resources = new JdbcResourceStore(database);
        this.addresses = new JdbcAddressStore(database);
        this.blockings = new JdbcBlockingStore(database);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Instant> standing() {
        return settings.get(DONE).isPresent() ? Map.of() : Map.of("all", clock.instant());
    }

    @Override
    public Optional<Instant> run(String key) {
        portions(after -> register.markOlder(after, PORTION));
        portions(after -> orders.queueOlder(after, PORTION));
        portions(after -> resources.addressesOfOlder(after, PORTION));
        database.call(() -> {
            database.query("select document from public_address where account is null or ip like '%:%' for update",
                row -> Documents.read(row.getString(1), Address.class)).forEach(addresses::renew);
            database.query("select document from domain_blocking where account is null for update",
                row -> Documents.read(row.getString(1), Blocking.class)).forEach(blockings::save);
            settings.put(DONE, "done");
            return null;
        });
        return Optional.empty();
    }

    private void portions(UnaryOperator<String> portion) {
        for (String last = ""; last != null;) {
            String after = last;
            last = database.call(() -> portion.apply(after));
        }
    }
}
