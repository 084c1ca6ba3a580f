package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;

import java.util.Set;
import org.junit.Test;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.References;
import org.openbeian.core.order.AuthorityRoutes;
import org.openbeian.core.order.RouteTables;

/** Who is asked while nobody holds an order. */
public class IdlePollTest {

    private final World world = new World();

    private Set<String> asked(AuthorityRoutes routes) {
        Gateways gateways = new Gateways(routes);
        gateways.addGateway(References.of("gateway", "1.0.0", 0), world.authority);
        new IdlePoll(new FakeRules(), gateways, routes, world.tasks, new ExchangeSettings(), world.clock).run("all");
        return world.tasks.of(PollTask.NAME).keySet();
    }

    @Test
    public void accountsThatTheTableNamesAreAskedBesideThoseOfProvincesWithRules() {
        assertEquals(Set.of("440000"), asked(new AuthorityRoutes()));
        assertEquals(Set.of("110000", "310000", "440000"), asked(RouteTables.of("440000=310000,110000", "620000=none")));
    }

    @Test
    public void whoHasNoAccountHereIsNotAsked() {
        world.authority.only = "310000";
        assertEquals(Set.of("310000"), asked(RouteTables.of("440000=310000,110000")));
    }
}
