package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.curtain.CurtainAddress;
import org.openbeian.api.curtain.CurtainState;
import org.openbeian.api.curtain.CurtainStep;
import org.openbeian.api.curtain.Curtains;
import org.openbeian.testkit.Requirement;

@Requirement("W-08")
public class CurtainCommandsTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:03:04Z");
    private static final Curtain CURTAIN = Curtain.requested("o1-01", "o1", "anna", new CurtainAddress("张小明", "深圳市南山区", "13812345678"),
            new CurtainStep(CurtainState.REQUESTED, AT, "anna"));

    private final List<String> calls = new ArrayList<>();
    private final Curtains curtains = (Curtains) Proxy.newProxyInstance(Curtains.class.getClassLoader(), new Class<?>[] {Curtains.class},
            (proxy, method, arguments) -> {
                calls.add(method.getName());
                return switch (method.getName()) {
                    case "list" -> List.of(CURTAIN);
                    case "get" -> CURTAIN;
                    case "reveal" -> Map.of("/phone", "13812345678 " + arguments[2]);
                    case "dispatch" -> CURTAIN.next(new CurtainStep(CurtainState.DISPATCHED, AT, "olga"), (String) arguments[2],
                            (String) arguments[3]);
                    case "receive" -> CURTAIN.next(new CurtainStep(CurtainState.RECEIVED, AT, "olga"), "EMS", "EA1234");
                    default -> CURTAIN.next(new CurtainStep(CurtainState.CANCELLED, AT, "olga"), null, null);
                };
            });

    @Test
    public void curtainsAreListedWithoutTheirAddresses() throws Exception {
        CurtainListCommand command = new CurtainListCommand();
        command.curtains = curtains;
        command.state = "requested";
        String text = Console.run(command, "olga");
        assertTrue(text, text.contains("o1") && text.contains("REQUESTED") && text.contains("张**"));
        String json = Console.json(command, "olga").toString();
        assertFalse(json, text.contains("张小明") || json.contains("张小明") || json.contains("13812345678") || json.contains("南山"));
        command.state = "RETURNED";
        assertTrue(Console.refused(command, "olga").contains("REQUESTED, DISPATCHED, RECEIVED, CANCELLED"));
        assertTrue(Console.refused(new CurtainListCommand(), "olga").contains("feature openbeian-aftercare"));
    }

    @Test
    public void theAddressNeedsTheRightAndAReason() throws Exception {
        CurtainAddressCommand command = new CurtainAddressCommand();
        command.curtains = curtains;
        command.id = "o1";
        command.reason = "label";
        assertEquals("/phone = 13812345678 label\n", Console.run(command, "olga"));
        assertTrue(Console.refused(command, "anna").contains("needs the role OPERATOR"));
        command.reason = " ";
        assertTrue(Console.refused(command, "olga").contains("--reason"));
    }

    @Test
    public void changesSayWhatTheyDoAndADryRunChangesNothing() throws Exception {
        CurtainDispatchCommand dispatch = set(new CurtainDispatchCommand());
        dispatch.carrier = "EMS";
        dispatch.tracking = "EA1234";
        dispatch.dryRun = true;
        assertEquals("Will note the dispatch by EMS with number EA1234 and tell the applicant (curtain o1-01, REQUESTED).\n"
                + "Dry run: nothing was changed.\n", Console.run(dispatch, "olga"));
        assertEquals(List.of("get"), calls);
        dispatch.dryRun = false;
        assertTrue(Console.run(dispatch, "olga").endsWith("Done: curtain o1-01 is DISPATCHED, EMS EA1234.\n"));
        assertTrue(Console.refused(dispatch, "anna").contains("needs the role OPERATOR"));
        assertTrue(Console.run(set(new CurtainReceiveCommand()), "olga").endsWith("Done: curtain o1-01 is RECEIVED, EMS EA1234.\n"));
        assertTrue(Console.run(set(new CurtainCancelCommand()), "olga").endsWith("Done: curtain o1-01 is CANCELLED.\n"));
        assertTrue(Console.refused(set(new CurtainCancelCommand()), "sam").contains("needs the role"));
    }

    private <T extends CurtainChangeCommand> T set(T command) {
        command.curtains = curtains;
        command.id = "o1";
        return command;
    }
}
