package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.openbeian.core.fake.Samples.ALICE;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.api.rules.Circumstances.FiledOrganizer;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.core.fake.MemoryResources;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** What rules learn of the account. */
public class AccountKnowledgeTest {

    private final Desk desk = new Desk();
    private Account account = new Account("alice", 1, Set.of(Role.APPLICANT), null, true, null, null, Instant.EPOCH, null);
    private final AccountStore accounts = (AccountStore) Proxy.newProxyInstance(AccountStore.class.getClassLoader(),
        new Class<?>[] {AccountStore.class}, (proxy, method, arguments) ->
            arguments[0].equals("alice") ? Optional.of(account) : Optional.empty());
    private int most = 5;
    private final AccountKnowledge knowledge = new AccountKnowledge(accounts, desk.store, () -> most);

    @Test
    @Requirement({"A-24", "A-25"})
    public void rulesLearnTheRealNameOnceThereIsOne() {
        assertNull(knowledge.of("alice"));
        assertNull(knowledge.of("bob"));
        assertNull(knowledge.of(null));
        account = account.with(new RealName(CertificateType.BUSINESS_LICENCE, "91440300MA5EXAM810", "深圳示例科技有限公司",
            Instant.EPOCH));
        assertEquals(new AccountState("深圳示例科技有限公司", "91440300MA5EXAM810", 0, 0), knowledge.of("alice"));
    }

    @Test
    @Requirement("Q-20")
    public void organizersAreCountedOnceEachWithoutThoseGivenUp() {
        account = account.with(new RealName(CertificateType.BUSINESS_LICENCE, "91440300MA5EXAM810", "x", Instant.EPOCH));
        desk.draft();
        desk.draft();
        Order other = desk.orders.create(ALICE, FilingType.FIRST,
            Samples.application(Samples.organizer("另一公司"), Samples.site("example.org")));
        assertEquals(2, (int) desk.transactions.call(() -> knowledge.of("alice")).organizers());
        assertEquals(0, (int) desk.transactions.call(() -> knowledge.of("alice")).organizersOver());
        most = 1;
        assertEquals("this provider takes one", 1, (int) desk.transactions.call(() -> knowledge.of("alice")).organizersOver());
        desk.orders.withdraw(ALICE, other.id(), Orders.ANY_VERSION, null);
        assertEquals(1, (int) desk.transactions.call(() -> knowledge.of("alice")).organizers());
    }

    private static OrderSummary order(FilingType type, OrderState state, String organizer, String number) {
        return new OrderSummary("o", 1, "alice", type, "440000", organizer, null, state, null, number, Instant.EPOCH, Instant.EPOCH, null,
            null);
    }

    @Test
    @Requirement("Q-20")
    public void aFiledOrganizerIsOneWhateverItsName() {
        account = account.with(new RealName(CertificateType.BUSINESS_LICENCE, "91440300MA5EXAM810", "x", Instant.EPOCH));
        List<OrderSummary> newest = List.of(order(FilingType.NEW_SERVICE, OrderState.DRAFT, "新名", null),
            order(FilingType.CHANGE_ORGANIZER, OrderState.APPROVED, "新名", null),
            order(FilingType.CHANGE_ORGANIZER, OrderState.DRAFT, "更新名", null),
            order(FilingType.ACCESS, OrderState.APPROVED, "新名", "粤ICP备2026000001号-2"),
            order(FilingType.FIRST, OrderState.APPROVED, "旧名", "粤ICP备2026000001号-1"),
            order(FilingType.FIRST, OrderState.APPROVED, "旧名", "粤ICP备2026000002号-1"),
            order(FilingType.FIRST, OrderState.WITHDRAWN, "别名", null), order(FilingType.FIRST, OrderState.DRAFT, null, null));
        OrderStore listed = (OrderStore) Proxy.newProxyInstance(OrderStore.class.getClassLoader(), new Class<?>[] {OrderStore.class},
            (proxy, method, arguments) -> newest);
        assertEquals(2, (int) new AccountKnowledge(accounts, listed, () -> most).of("alice").organizers());
    }

    @Test
    @Requirement("Q-20")
    public void aLowLimitKeepsNobodyFromChangingWhatIsFiled() {
        AccountState many = new AccountState("甲", "1", 3, 2);
        FiledOrganizer own = new FiledOrganizer("粤ICP备2026000001号", null, null, null);
        FilingCase filing = new FilingCase("o", FilingType.CHANGE_ORGANIZER, Samples.application("example.com"), List.of(), List.of(),
            "alice", Instant.EPOCH);
        assertEquals(0, over(many, own, filing));
        assertEquals("one that is new to the account", 2, over(many, null, filing));
    }

    private static int over(AccountState account, FiledOrganizer known, FilingCase filing) {
        return new Resources(name -> account, List.of(), one -> known, new MemoryResources(), id -> Optional.empty()).known(filing)
            .circumstances().account().organizersOver();
    }

    @Test
    @Requirement("A-42")
    public void draftsAreJudgedByTheDataOfTheMomentAndStayAsTheyAre() {
        Order draft = desk.draft();
        desk.realNames.put("alice", new AccountState("甲", "1", 1));
        desk.orders.requirements(ALICE, draft.id());
        assertEquals("甲", desk.rules.judged().circumstances().account().realName());
        desk.realNames.put("alice", new AccountState("乙", "1", 1));
        desk.orders.requirements(ALICE, draft.id());
        assertEquals("乙", desk.rules.judged().circumstances().account().realName());
        assertEquals("nothing is lost", draft, desk.now(draft));
    }
}
