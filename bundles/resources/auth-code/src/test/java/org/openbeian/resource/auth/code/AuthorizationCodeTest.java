package org.openbeian.resource.auth.code;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.rules.Finding;
import org.openbeian.testkit.Requirement;

/** Codes that stand for a server and codes that do not. */
public class AuthorizationCodeTest {

    private final AuthorizationCode type = new AuthorizationCode();

    @Test
    @Requirement("A-18")
    public void itStandsForAServerUntilItIsRevoked() {
        assertEquals(List.of(List.of(), List.of("auth-code-without-server"), List.of("auth-code-revoked")), examples());
    }

    @Test
    @Requirement("A-18")
    public void itCarriesOneServiceAndGrantsNoFurtherCodes() {
        assertEquals(List.of(1, 0), List.of(type.servicesPerResource(), type.codesPerResource()));
    }

    private List<List<String>> examples() {
        return type.examples().stream().map(this::judge).toList();
    }

    private List<String> judge(ResourceExample example) {
        return type.judge(example.facts(), example.on(), "/a").stream().map(Finding::ruleId).toList();
    }
}
