package org.openbeian.core.resource;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Obligation;
import org.openbeian.api.order.ObligationSource;
import org.openbeian.api.resource.PublicAddresses.State;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.AddressStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bills that are to be paid before an address with verified filing information is released. */
@Component
public final class AddressObligations implements ObligationSource {

    private static final int MOST = 200;
    private static final LocalizedText PAY = new LocalizedText("请在此时间前付清账单，逾期 IP 将被释放，其备案信息一并解绑",
        "Pay the bill by then; afterwards the address is released, and its filing information with it");

    private final AddressStore store;
    private final Transactions transactions;

    /** Created by Declarative Services. */
    @Activate
    public AddressObligations(@Reference AddressStore store, @Reference Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public List<Obligation> of(Actor actor, Instant now) {
        return transactions.call(() -> store.list(actor.account(), State.APPROVED, MOST)).stream().filter(one -> one.releaseAt() != null)
            .map(one -> new Obligation("address-arrears", one.ip(), one.number(), PAY, one.releaseAt(), true,
                now.isAfter(one.releaseAt()))).toList();
    }
}
