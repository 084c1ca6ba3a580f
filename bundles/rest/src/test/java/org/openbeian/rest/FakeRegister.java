package org.openbeian.rest;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.Register;
import org.openbeian.api.register.RegisterQuery;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.RegisterSummary;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.security.Actor;

/** A register of anna's one organizer with one service. */
final class FakeRegister implements Register {

    static final String NUMBER = "粤ICP备2026000001号";
    volatile RegisterQuery asked;

    @Override
    public List<RegisterSummary> find(Actor actor, RegisterQuery query) {
        asked = query;
        return List.of(new RegisterSummary(NUMBER, "440000", "示**", OrganizerState.ACTIVE, FakeOrders.NOW, FakeOrders.NOW, List.of()));
    }

    @Override
    public RegisterRecord get(Actor actor, String number) {
        if (!NUMBER.equals(number) || !actor.isStaff() && !actor.account().equals("anna")) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "not-registered", "not there");
        }
        return one();
    }

    @Override
    public ToLongFunction<Consumer<RegisterRecord>> export(Actor actor, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal(Refusal.Kind.INVALID, "reason-needed", "why?");
        }
        return each -> {
            each.accept(one());
            return 1;
        };
    }

    private static RegisterRecord one() {
        return new RegisterRecord("anna", new OrganizerEntry(NUMBER, "440000", "示例公司", 7, "order-1", FakeOrders.NOW,
                OrganizerState.ACTIVE, FakeOrders.NOW, null, FakeOrders.NOW.plusSeconds(60)),
                List.of(new ServiceEntry(NUMBER + "-1", NUMBER, "官网", List.of("example.com"), 8, "order-1", FakeOrders.NOW)));
    }
}
