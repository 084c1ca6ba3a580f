package org.openbeian.api.resource;

import org.openbeian.api.order.OrderState;

/**
 * A service that rests on a resource: that of an order which was handed in and not given up, or a filed one.
 *
 * @param resource the resource
 * @param service what tells services apart: the main domain in lower-case A-form, or {@code app:} and the name of an APP
 * @param orderId the order that named the resource
 * @param account account of that order
 * @param state where that order stands
 */
public record ResourceUse(ResourceRef resource, String service, String orderId, String account, OrderState state) {
}
