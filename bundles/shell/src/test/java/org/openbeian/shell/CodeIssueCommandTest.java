package org.openbeian.shell;

import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.AuthorizationCodes.Code;
import org.openbeian.api.resource.AuthorizationCodes.State;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.testkit.Requirement;

/** Codes in the shell. */
public class CodeIssueCommandTest {

    private static final ResourceRef SERVER = new ResourceRef("cvm", "ins-1");

    @Test
    @Requirement("A-18")
    public void revokedCodesDoNotCount() throws Exception {
        CodeIssueCommand issue = new CodeIssueCommand();
        Code good = new Code("2345", SERVER, "alice", "alice", "alice", FakeOrders.NOW, null, State.UNUSED, List.of(), null);
        Code revoked = new Code("6789", SERVER, "alice", "alice", "alice", FakeOrders.NOW, FakeOrders.NOW, State.INVALID, List.of(), null);
        issue.codes = (AuthorizationCodes) Proxy.newProxyInstance(AuthorizationCodes.class.getClassLoader(),
            new Class<?>[] {AuthorizationCodes.class}, (proxy, method, arguments) -> List.of(good, revoked));
        issue.kind = "cvm";
        issue.id = "ins-1";
        issue.dryRun = true;
        String told = Console.run(issue, "olga");
        assertTrue(told, told.contains("Will issue 1 code for cvm ins-1, which has 1."));
    }
}
