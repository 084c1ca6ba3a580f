package org.openbeian.shell;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.security.Actor;

/** Completes names of order states. */
@Service
public class OrderStateCompleter extends IdCompleter {

    @Override
    List<String> ids(Actor actor) {
        return Arrays.stream(OrderState.values()).map(OrderState::name).toList();
    }
}
