package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.Test;
import org.openbeian.api.channel.InboxMessage;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.store.InboxStore;
import org.openbeian.api.store.Transactions;

public class OperatorCommandsTest {

    private final FakeLanes lanes = new FakeLanes();
    private final List<ResourceFacts> stored = new ArrayList<>();

    private <C extends EffectChangeCommand> C effect(C command, String id) {
        command.lanes = lanes;
        command.id = id;
        command.reason = "mailbox emptied";
        return command;
    }

    @Test
    public void effectsAreListedWithTheirCause() throws Exception {
        EffectListCommand command = new EffectListCommand();
        command.lanes = lanes;
        String text = Console.run(command, "olga");
        assertTrue(text, text.contains("mailbox is full") && text.contains("gave up") && text.contains("will retry"));
        command.gaveUp = true;
        assertEquals(4, Console.json(command, "olga").get(0).get("effect").get("id").asInt());
        command.lane = "authority:440000";
        assertEquals(0, Console.json(command, "olga").size());
    }

    @Test
    public void anEffectIsTriedAgainOrGivenUpWithAReason() throws Exception {
        String text = Console.run(effect(new EffectRetryCommand(), "4"), "olga");
        assertTrue(text, text.startsWith("Will try again at once: effect 4 (message of order 01order in lane channel:email"));
        Console.run(effect(new EffectSkipCommand(), "5"), "olga");
        assertEquals(List.of("retry 4 mailbox emptied by olga", "skip 5 mailbox emptied by olga"), lanes.commands);
    }

    @Test
    public void anEffectThatIsNotThereIsNamed() {
        assertTrue(Console.refused(effect(new EffectRetryCommand(), "99"), "olga").startsWith("No effect 99 gave up"));
        assertEquals("effect: 'x' is not a whole number.", Console.refused(effect(new EffectRetryCommand(), "x"), "olga"));
        assertTrue(Console.refused(effect(new EffectSkipCommand(), "4"), "sam").contains("needs the role OPERATOR"));
        assertEquals(List.of(), lanes.commands);
    }

    @Test
    public void aResultFileThatCannotBeAppliedIsShownAndSettled() throws Exception {
        ResultListCommand list = new ResultListCommand();
        list.lanes = lanes;
        assertTrue(Console.run(list, "olga").contains("7.xml"));
        ResultDismissCommand dismiss = new ResultDismissCommand();
        dismiss.lanes = lanes;
        dismiss.authority = "440000";
        dismiss.file = "7.xml";
        dismiss.reason = "told by phone";
        assertTrue(Console.refused(dismiss, "sam").contains("needs the role OPERATOR"));
        Console.run(dismiss, "olga");
        assertEquals(List.of("dismiss 440000 7.xml told by phone by olga"), lanes.commands);
        dismiss.file = "8.xml";
        assertTrue(Console.refused(dismiss, "olga").startsWith("No result file 8.xml of authority 440000 is open"));
    }

    @Test
    public void lanesArePausedAndResumed() throws Exception {
        LaneListCommand list = new LaneListCommand();
        list.lanes = lanes;
        assertTrue(Console.run(list, "olga").contains("maintenance"));
        LanePauseCommand pause = new LanePauseCommand();
        pause.lanes = lanes;
        pause.lane = "channel:email";
        pause.reason = "provider down";
        Console.run(pause, "olga");
        LaneResumeCommand resume = new LaneResumeCommand();
        resume.lanes = lanes;
        resume.lane = "authority:440000";
        Console.run(resume, "olga");
        assertEquals(List.of("pause channel:email provider down by olga", "resume authority:440000 by olga"), lanes.commands);
    }

    @Test
    public void aLaneThatRunsOrCannotBeIsRefused() {
        LaneResumeCommand resume = new LaneResumeCommand();
        resume.lanes = lanes;
        resume.lane = "channel:email";
        assertEquals("Lane channel:email is not paused; nothing was changed.", Console.refused(resume, "olga"));
        resume.lane = "Guangdong";
        assertTrue(Console.refused(resume, "olga").startsWith("lane: 'Guangdong' is not a name"));
    }

    @Test
    public void aResourceIsPutShownAndListed() throws Exception {
        ResourcePutCommand put = new ResourcePutCommand();
        put.inventory = inventory();
        put.kind = "cvm";
        put.id = "ins-1";
        put.account = "anna";
        put.region = "ap-guangzhou";
        put.months = 12;
        put.expires = "2027-03-31";
        put.attributes = List.of("bandwidth=5");
        assertTrue(Console.run(put, "olga").startsWith("Will add cvm ins-1"));
        assertEquals(Instant.parse("2027-03-31T16:00:00Z"), stored.get(0).expiresAt());
        assertEquals(Map.of("bandwidth", "5"), stored.get(0).attributes());
        ResourceShowCommand show = new ResourceShowCommand();
        show.inventory = inventory();
        show.kind = "cvm";
        show.id = "ins-1";
        assertTrue(Console.run(show, "anna").contains("monthsBought = 12"));
        ResourceListCommand list = new ResourceListCommand();
        list.inventory = inventory();
        assertEquals(1, Console.json(list, "anna").size());
        list.account = "anna";
        assertEquals(1, Console.json(list, "sam").size());
    }

    @Test
    public void badResourceValuesAreNamedAndOthersResourcesHidden() {
        ResourcePutCommand put = new ResourcePutCommand();
        put.inventory = inventory();
        put.expires = "31.3.2027";
        assertTrue(Console.refused(put, "olga").startsWith("--expires: '31.3.2027' is not a date"));
        put.expires = null;
        put.attributes = List.of("bandwidth");
        assertTrue(Console.refused(put, "olga").startsWith("--attribute: 'bandwidth'"));
        assertEquals(List.of(), stored);
        stored.add(new ResourceFacts("cvm", "ins-1", "bob", "r", true, List.of(), true, 1, null, Map.of()));
        ResourceShowCommand show = new ResourceShowCommand();
        show.inventory = inventory();
        show.kind = "cvm";
        show.id = "ins-1";
        assertTrue(Console.refused(show, "anna").startsWith("The inventory knows no resource ins-1"));
        ResourceListCommand list = new ResourceListCommand();
        list.inventory = inventory();
        list.account = "bob";
        assertTrue(Console.refused(list, "anna").startsWith("account: only staff"));
    }

    @Test
    public void messagesAreListedWithoutTheirText() throws Exception {
        InboxListCommand command = new InboxListCommand();
        command.transactions = transactions();
        command.inbox = new InboxStore() {
            @Override
            public void put(OutgoingMessage message) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<InboxMessage> list(String account, long before, int limit) {
                return List.of(new InboxMessage(9, account, FakeOrders.ID, "pre-review-passed",
                        new LocalizedText("题", "subject"), new LocalizedText("密", "secret"), FakeOrders.NOW, false));
            }

            @Override
            public boolean markRead(String account, long id) {
                throw new UnsupportedOperationException();
            }
        };
        String text = Console.run(command, "anna") + Console.json(command, "anna");
        assertTrue(text, text.contains("pre-review-passed"));
        assertFalse(text, text.contains("secret"));
        command.account = "bob";
        assertTrue(Console.refused(command, "anna").startsWith("account: only staff"));
    }

    @Test
    public void deliveriesOfAVisibleOrderAreListed() throws Exception {
        DeliveryListCommand command = new DeliveryListCommand();
        command.orders = new FakeOrders();
        command.id = FakeOrders.ID;
        command.transactions = transactions();
        command.deliveries = MessageCommandsTest.deliveries();
        String text = Console.run(command, "sam");
        assertTrue(text, text.contains("RETRY_LATER") && text.contains("greylisted"));
        command.id = "other";
        assertTrue(Console.refused(command, "sam").contains("order-not-found"));
        command.account = "anna";
        assertTrue(Console.refused(command, "sam").contains("either an order or --account"));
        command.id = null;
        String account = Console.run(command, "sam");
        assertTrue(account, account.contains("Parts") && account.contains("arrears") && account.matches("(?s).*DELIVERED +\\| 3 .*"));
        command.account = null;
        assertTrue(Console.refused(command, "sam").contains("either an order or --account"));
    }

    @Test
    public void factsAreListedByPrefix() throws Exception {
        FactsCommand command = new FactsCommand();
        command.prefix = "principal.validU";
        assertTrue(Console.run(command, "anna").contains("principal.validUntil"));
        assertEquals(1, Console.json(command, "anna").size());
    }

    private static Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                return work.get();
            }

            @Override
            public void afterCommit(Runnable action) {
                action.run();
            }
        };
    }

    private ResourceInventory inventory() {
        return new ResourceInventory() {
            @Override
            public Optional<ResourceFacts> find(String kind, String id) {
                return stored.stream().filter(facts -> facts.kind().equals(kind) && facts.id().equals(id)).findFirst();
            }

            @Override
            public List<ResourceFacts> ofAccount(String account) {
                return stored.stream().filter(facts -> facts.account().equals(account)).toList();
            }

            @Override
            public void put(ResourceFacts facts) {
                stored.add(facts);
            }
        };
    }
}
