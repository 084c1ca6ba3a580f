package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.store.StoreUnavailable;

public class OrderCommandsTest {

    private final FakeOrders orders = new FakeOrders();

    private <C extends OrderReadCommand<?>> C of(C command) {
        command.orders = orders;
        command.id = FakeOrders.ID;
        return command;
    }

    private <C extends OrderChangeCommand> C change(C command) {
        command.orders = orders;
        command.id = FakeOrders.ID;
        return command;
    }

    @Test
    public void listPrintsOneLinePerOrderAndPassesTheFilters() throws Exception {
        OrderListCommand command = new OrderListCommand();
        command.orders = orders;
        command.state = "pre_review";
        command.limit = 1;
        String text = Console.run(command, "anna");
        assertTrue(text, text.contains(FakeOrders.ID) && text.contains("PRE_REVIEW") && text.contains("2026-11-02 09:00:00"));
        assertTrue(text, text.contains("--after " + FakeOrders.ID));
        assertEquals(OrderState.PRE_REVIEW, orders.query.state());
    }

    @Test
    public void listNamesABadValueAndWhatWouldBeGood() {
        OrderListCommand command = new OrderListCommand();
        command.orders = orders;
        command.state = "NOWHERE";
        String text = Console.refused(command, "anna");
        assertTrue(text, text.contains("'NOWHERE'") && text.contains("SMS_PENDING"));
        command.state = null;
        command.limit = 201;
        assertTrue(Console.refused(command, "anna").contains("201 is not between 1 and 200"));
        assertNull(orders.query);
    }

    @Test
    public void listAsJsonHoldsTheSummaries() throws Exception {
        OrderListCommand command = new OrderListCommand();
        command.orders = orders;
        JsonNode json = Console.json(command, "anna");
        assertEquals(FakeOrders.ID, json.get(0).get("id").asText());
        assertEquals("2026-11-02T01:00:00Z", json.get(0).get("updatedAt").asText());
    }

    @Test
    public void showMasksPersonalDataInBothForms() throws Exception {
        String text = Console.run(of(new OrderShowCommand()), "olga") + Console.json(of(new OrderShowCommand()), "olga");
        for (String secret : List.of("张小明", "440301199001011234", "13812345678", "13912345678", "13712345678",
                "zhang@example.com", "南山区", "198.51.100.4")) {
            assertFalse(secret + " in " + text, text.contains(secret));
        }
        assertTrue(text, text.contains("张**") && text.contains("138******78") && text.contains("example.com"));
        assertTrue(text, text.contains("203.0.113.7"));
    }

    @Test
    public void historyShowsEveryEntryAndABrokenChain() throws Exception {
        String text = Console.run(of(new OrderHistoryCommand()), "anna");
        assertTrue(text, text.contains("CREATED") && text.contains("{round=1}"));
        assertTrue(text, text.contains("The chain is broken at entry 2"));
    }

    @Test
    public void explainShowsFindingsAndMasksInputs() throws Exception {
        OrderExplainCommand command = of(new OrderExplainCommand());
        command.all = true;
        String text = Console.run(command, "sam");
        assertTrue(text, text.contains("[BLOCK] GS-01 at /organizer/principal") && text.contains("管局规则 (2024-01-01)"));
        assertTrue(text, text.contains("principal.idCard.province=440000"));
        assertTrue(text, text.contains("principal.name=***") && text.contains("gs.unknown=***"));
        String json = Console.json(of(new OrderExplainCommand()), "sam").toString();
        assertFalse(json, json.contains("张小明") || json.contains("secret"));
    }

    @Test
    public void requirementsShowWhatIsMissing() throws Exception {
        String text = Console.run(of(new OrderRequirementsCommand()), "anna");
        assertTrue(text, text.contains("unit-certificate") && text.contains("Business licence / 营业执照"));
        assertTrue(text, text.contains("Not complete yet"));
    }

    @Test
    public void anUnknownOrderIsToldWithoutAStackTrace() {
        OrderShowCommand command = of(new OrderShowCommand());
        command.id = "nothing";
        assertEquals("Refused (order-not-found): There is no order nothing.", Console.refused(command, "anna"));
    }

    @Test
    public void aMissingServiceIsNamed() {
        assertTrue(Console.refused(new OrderListCommand(), "anna").contains("The service Orders is not there"));
    }

    @Test
    public void anUnreachableDatabaseAndABrokenServerAreToldInWords() {
        OrderShowCommand command = of(new OrderShowCommand());
        command.orders = failing(new StoreUnavailable("connection refused", null));
        assertTrue(Console.refused(command, "anna").startsWith("The database cannot be reached at the moment"));
        command.orders = failing(new IllegalStateException("secret detail"));
        String text = Console.refused(command, "anna");
        assertTrue(text, text.contains("reference ") && !text.contains("secret detail"));
    }

    private static Orders failing(RuntimeException failure) {
        return (Orders) Proxy.newProxyInstance(Orders.class.getClassLoader(), new Class<?>[] {Orders.class},
                (proxy, method, arguments) -> {
                    throw failure;
                });
    }

    @Test
    public void withdrawSaysWhatItWillDoAndDid() throws Exception {
        OrderWithdrawCommand command = change(new OrderWithdrawCommand());
        command.reason = " not needed ";
        String text = Console.run(command, "anna");
        assertEquals(List.of("withdraw not needed 7 by anna"), orders.commands);
        assertTrue(text, text.startsWith("Will give up, for good, order 01order (PRE_REVIEW 初审中, version 7)."));
        assertTrue(text, text.contains("Done: order 01order is now PRE_REVIEW 初审中, version 8."));
    }

    @Test
    public void aDryRunChangesNothing() throws Exception {
        OrderWithdrawCommand command = change(new OrderWithdrawCommand());
        command.reason = "x";
        command.dryRun = true;
        assertTrue(Console.run(command, "anna").contains("Dry run: nothing was changed."));
        assertEquals(List.of(), orders.commands);
    }

    @Test
    public void aBlankReasonIsRefusedBeforeAnythingIsRead() {
        SmsConfirmCommand command = change(new SmsConfirmCommand());
        command.reason = "  ";
        assertTrue(Console.refused(command, "olga").startsWith("--reason:"));
        OrderResendCommand resend = change(new OrderResendCommand());
        resend.reason = null;
        assertTrue(Console.refused(resend, "olga").startsWith("--reason:"));
        assertEquals(List.of(), orders.commands);
    }
}
