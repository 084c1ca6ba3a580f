package org.openbeian.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeian.api.account.RealName;
import org.openbeian.api.account.RealNames;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.security.Actor;

/** Real names in memory; everything is confirmed. */
final class FakeRealNames implements RealNames {

    private final Map<String, RealName> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<RealName> of(Actor actor, String account) {
        return Optional.ofNullable(kept.get(account));
    }

    @Override
    public List<Requirements> keep(Actor actor, String account, RealName data) {
        kept.put(account, new RealName(data.certificateType(), data.certificateNumber(), data.name(), FakeOrders.NOW));
        return List.of(new Requirements("order-1", 3, true, List.of(), List.of()));
    }
}
