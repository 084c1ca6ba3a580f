package org.openbeian.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.store.DeliveryStore;

/** One try for each question. */
final class FakeDeliveries implements DeliveryStore {

    @Override
    public void add(List<Delivery> deliveries) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Delivery> list(String orderId) {
        return List.of(new Delivery("anna", orderId, "submitted", "email", "a***@example.com", "key", 1,
                DeliveryResult.accepted("250"), FakeOrders.NOW));
    }

    @Override
    public List<Delivery> ofAddress(String channel, String maskedAddress, int limit) {
        return List.of(new Delivery("anna", "order-1", "received", channel, maskedAddress, "key", 2,
                DeliveryResult.retryLater("HTTP 500"), FakeOrders.NOW));
    }

    @Override
    public List<Delivery> ofAccount(String account, int limit) {
        return List.of(new Delivery(account, null, "arrears", "sms-smpp", "138******00", "key", 1,
                new DeliveryResult(DeliveryResult.Status.DELIVERED, null, 3), FakeOrders.NOW)).subList(0, Math.min(1, limit));
    }

    @Override
    public Optional<Delivery> takeSent(String channel, String reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keepEarly(String channel, Receipt receipt, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Receipt> early(String channel, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void dropEarly(String channel, String reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean awaitsReceipt(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Count> count(Instant since) {
        return List.of(new Count("sms-smpp", DeliveryResult.Status.DELIVERED, 3, 7));
    }
}
