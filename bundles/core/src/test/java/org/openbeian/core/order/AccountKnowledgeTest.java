package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.openbeian.core.fake.Samples.ALICE;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** What rules learn of the account. */
public class AccountKnowledgeTest {

    private final Desk desk = new Desk();
    private Account account = new Account("alice", 1, Set.of(Role.APPLICANT), null, true, null, null, Instant.EPOCH, null);
    private final AccountStore accounts = (AccountStore) Proxy.newProxyInstance(AccountStore.class.getClassLoader(),
        new Class<?>[] {AccountStore.class}, (proxy, method, arguments) ->
            arguments[0].equals("alice") ? Optional.of(account) : Optional.empty());
    private final AccountKnowledge knowledge = new AccountKnowledge(accounts, desk.store);

    @Test
    @Requirement({"A-24", "A-25"})
    public void rulesLearnTheRealNameOnceThereIsOne() {
        assertNull(knowledge.of("alice"));
        assertNull(knowledge.of("bob"));
        assertNull(knowledge.of(null));
        account = account.with(new RealName(CertificateType.BUSINESS_LICENCE, "91440300MA5EXAM810", "深圳示例科技有限公司",
            Instant.EPOCH));
        assertEquals(new AccountState("深圳示例科技有限公司", "91440300MA5EXAM810", 0), knowledge.of("alice"));
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
        desk.orders.withdraw(ALICE, other.id(), Orders.ANY_VERSION, null);
        assertEquals(1, (int) desk.transactions.call(() -> knowledge.of("alice")).organizers());
    }

    @Test
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
