package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.junit.Test;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.resource.DomainRegistry;

public class DomainPutCommandTest {

    private final List<DomainRegistration> stored = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final DomainPutCommand put = new DomainPutCommand();

    private static <T> T fake(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void ready() {
        put.domains = fake(DomainRegistry.class, (proxy, method, arguments) -> method.getName().equals("put")
                ? stored.add((DomainRegistration) arguments[0]) ? null : null : Optional.empty());
        put.session = fake(Session.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getTerminal")) {
                return fake(Terminal.class, (terminal, unused, none) -> null);
            }
            asked.add((String) arguments[0]);
            return asked.size() == 1 ? "示例公司" : "91350100M000100Y43";
        });
        put.domain = "example.com";
        put.expires = "2027-03-31";
    }

    @Test
    public void theHolderIsAskedForAndNotTyped() throws Exception {
        ready();
        put.document = "BUSINESS_LICENCE";
        assertTrue(Console.run(put, "olga").contains("Done: example.com is stored."));
        assertEquals(List.of("Name of the holder: ", "Number of the document: "), asked);
        assertEquals("示例公司", stored.get(0).state().holderName());
        assertEquals("91350100M000100Y43", stored.get(0).state().holderCertificateNumber());
        assertEquals(LocalDate.parse("2027-03-31"), stored.get(0).state().expiresOn());
    }

    @Test
    public void withoutADocumentNothingIsAskedAndBadValuesAreNamed() throws Exception {
        ready();
        Console.run(put, "olga");
        assertEquals(List.of(), asked);
        put.expires = "31.3.2027";
        assertTrue(Console.refused(put, "olga").startsWith("--expires: '31.3.2027' is not a date"));
        put.expires = null;
        put.domain = "www.example.com";
        assertTrue(Console.refused(put, "olga").contains("name example.com"));
        assertEquals(1, stored.size());
    }
}
