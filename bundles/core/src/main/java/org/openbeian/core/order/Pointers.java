package org.openbeian.core.order;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.openbeian.api.order.Order;

/** Which places an order has, entered or not. */
final class Pointers {

    private Pointers() {
    }

    /**
     * Whether a JSON pointer names a place of the order's application, or one of its materials as
     * {@code /materials/<id or type>}, or nothing in particular (empty).
     */
    static boolean exists(Order order, String pointer) {
        if (pointer == null || pointer.length() > 300 || !pointer.isEmpty() && pointer.charAt(0) != '/') {
            return false;
        }
        if (pointer.isEmpty()) {
            return true;
        }
        String[] steps = pointer.substring(1).split("/", -1);
        if (steps.length == 2 && steps[0].equals("materials")) {
            return steps[1].matches("[a-z0-9-]{1,64}");
        }
        return exists(order.application().getClass(), order.application(), steps, 0);
    }

    private static boolean exists(Class<?> type, Object value, String[] steps, int at) {
        if (at == steps.length) {
            return true;
        }
        if (value instanceof List<?> list) {
            return steps[at].matches("0|[1-9][0-9]{0,3}") && Integer.parseInt(steps[at]) < list.size()
                && exists(list.get(Integer.parseInt(steps[at])).getClass(), list.get(Integer.parseInt(steps[at])), steps, at + 1);
        }
        if (value instanceof Map<?, ?>) {
            return at + 1 == steps.length;
        }
        if (!type.isRecord()) {
            return false;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(steps[at])) {
                Object next = value == null ? null : read(component, value);
                return exists(next == null ? component.getType() : next.getClass(), next, steps, at + 1);
            }
        }
        return false;
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
