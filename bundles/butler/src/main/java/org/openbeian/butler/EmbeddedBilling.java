package org.openbeian.butler;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openbeian.api.billing.Billing;
import org.openbeian.api.billing.Charge;
import org.openbeian.api.billing.FreeTime;
import org.openbeian.api.billing.Invoice;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.store.ButlerStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Books into the server's own database. A service with a higher ranking takes its place. */
@Component(property = "service.ranking:Integer=-100")
public final class EmbeddedBilling implements Billing {

    private static final int PAGE = 200;
    private static final int TITLE_MOST = 200;

    private final ButlerStore store;
    private final Transactions transactions;
    private final Clock clock;
    private final CaseIds ids = new CaseIds();

    /** Created by Declarative Services. */
    @Activate
    public EmbeddedBilling(@Reference ButlerStore store, @Reference Transactions transactions,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void book(Charge charge) {
        transactions.call(() -> store.add(charge));
    }

    @Override
    public List<Charge> charges(String account) {
        return transactions.call(() -> store.charges(account, PAGE));
    }

    @Override
    public Invoice requestInvoice(String account, List<String> chargeIds, String title) {
        String to = title == null ? "" : title.strip();
        if (to.isEmpty() || to.length() > TITLE_MOST) {
            throw new Refusal(Kind.INVALID, "invoice-title", "Say whom the invoice is made out to, in 1 to " + TITLE_MOST
                    + " characters.");
        }
        Set<String> wanted = new LinkedHashSet<>(chargeIds);
        return transactions.call(() -> {
            List<Charge> open = charges(account).stream()
                    .filter(charge -> charge.invoiceId() == null && wanted.contains(charge.id())).toList();
            Instant now = clock.instant();
            Invoice invoice = new Invoice(ids.next(now), account, to,
                    open.stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add), false, now);
            if (wanted.isEmpty() || open.size() != wanted.size() || store.add(invoice, List.copyOf(wanted)) != wanted.size()) {
                throw new Refusal(Kind.INVALID, "invoice-charges",
                        "Name at least one charge; each must be yours and on no invoice yet. GET /billing/charges lists them.");
            }
            return invoice;
        });
    }

    @Override
    public boolean issued(String invoiceId) {
        return transactions.call(() -> store.issued(invoiceId));
    }

    @Override
    public List<Invoice> invoices(String account) {
        return transactions.call(() -> store.invoices(account, PAGE));
    }

    @Override
    public void grantTime(FreeTime time) {
        transactions.call(() -> store.add(time));
    }

    @Override
    public List<FreeTime> freeTime(String account) {
        return transactions.call(() -> store.freeTime(account, PAGE));
    }
}
