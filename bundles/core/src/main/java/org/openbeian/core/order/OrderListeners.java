package org.openbeian.core.order;

import java.util.List;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderListener;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener of every change; one that throws is logged and does not keep the others from hearing it. */
@Component(service = OrderListeners.class)
public final class OrderListeners {

    private static final Logger LOG = LoggerFactory.getLogger(OrderListeners.class);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
        fieldOption = FieldOption.REPLACE)
    private volatile List<OrderListener> present = List.of();

    /** For Declarative Services. */
    public OrderListeners() {
    }

    OrderListeners(OrderListener... present) {
        this.present = List.of(present);
    }

    void tell(Order order, HistoryEntry entry) {
        for (OrderListener listener : present) {
            try {
                listener.changed(order, entry);
            } catch (RuntimeException e) {
                LOG.warn("Listener {} failed on entry {} of order {}", listener.getClass().getName(), entry.no(), order.id(), e);
            }
        }
    }
}
