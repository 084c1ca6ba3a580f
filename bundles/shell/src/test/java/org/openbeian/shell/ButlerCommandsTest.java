package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.butler.ButlerCase;
import org.openbeian.api.butler.ButlerCase.State;
import org.openbeian.api.butler.Butlers;

public class ButlerCommandsTest {

    private static final ButlerCase CASE = new ButlerCase("c1", 1, "o1", "anna",
            Map.of("icp.first", new BigDecimal("600.00"), "psb", new BigDecimal("600.00")), State.REQUESTED, null, List.of(),
            Instant.parse("2026-11-21T02:03:04Z"));

    private final Butlers butlers = (Butlers) Proxy.newProxyInstance(Butlers.class.getClassLoader(), new Class<?>[] {Butlers.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "list" -> List.of(CASE);
                case "get" -> CASE;
                case "assign" -> CASE.next(State.ASSIGNED, (String) arguments[2], List.of());
                default -> throw new UnsupportedOperationException(method.getName());
            });

    @Test
    public void casesAreListed() throws Exception {
        ButlerListCommand command = new ButlerListCommand();
        command.butlers = butlers;
        String text = Console.run(command, "olga");
        assertTrue(text, text.contains("c1") && text.contains("1200.00") && text.contains("REQUESTED"));
        assertEquals("o1", Console.json(command, "anna").at("/0/orderId").asText());
        assertTrue(Console.refused(command, "sam").contains("needs the role"));
        assertTrue(Console.refused(new ButlerListCommand(), "olga").contains("feature openbeian-butler"));
    }

    @Test
    public void anAssignmentSaysWhatItBooks() throws Exception {
        ButlerAssignCommand command = new ButlerAssignCommand();
        command.butlers = butlers;
        command.id = "c1";
        command.butler = "bai";
        assertEquals("Will give case c1 (REQUESTED, order o1) to bai; books CNY 1200.00 for account anna.\n"
                + "Done: case c1 is ASSIGNED to bai.\n", Console.run(command, "olga"));
        assertTrue(Console.refused(command, "anna").contains("needs the role"));
    }
}
