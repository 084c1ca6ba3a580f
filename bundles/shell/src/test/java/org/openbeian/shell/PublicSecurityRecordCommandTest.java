package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.junit.Test;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.publicsecurity.PublicSecurityFilings.Details;

public class PublicSecurityRecordCommandTest {

    private static final PublicSecurityCase CASE = new PublicSecurityCase("o1-1", 1, "o1", "anna", "粤ICP备2026000001号",
        PublicSecurityCase.State.DUE, null, null, null, null, List.of(), List.of(), null);

    private final List<String> recorded = new ArrayList<>();
    private final PublicSecurityRecordCommand command = new PublicSecurityRecordCommand();

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void ready(String event) {
        command.filings = fake(PublicSecurityFilings.class, (proxy, method, arguments) -> {
            if (method.getName().equals("record")) {
                recorded.add(arguments[2] + " " + ((Details) arguments[3]).number());
            }
            return CASE;
        });
        command.id = "o1-1";
        command.event = event;
    }

    @Test
    public void aDataCodeIsAskedForAndNotShown() throws Exception {
        ready("CODE_ISSUED");
        assertTrue(Console.refused(command, "olga").contains("record it over REST"));
        command.session = fake(Session.class, (proxy, method, arguments) -> method.getName().equals("readLine") ? " 7f-3a "
            : fake(Terminal.class, (terminal, unused, none) -> null));
        String said = Console.run(command, "olga");
        assertFalse(said, said.contains("7f-3a"));
        assertEquals(List.of("CODE_ISSUED 7f-3a"), recorded);
        command.number = "7f-3a";
        said = Console.refused(command, "olga");
        assertTrue(said, said.startsWith("--number: a data code is asked for") && !said.contains("7f-3a"));
        assertEquals("only once", 1, recorded.size());
    }

    @Test
    public void aNumberIsTyped() throws Exception {
        ready("NUMBER_ISSUED");
        command.number = "粤公网安备44030502000001号";
        Console.run(command, "olga");
        assertEquals(List.of("NUMBER_ISSUED 粤公网安备44030502000001号"), recorded);
    }
}
