package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.security.Role;

public class AccountCommandsTest {

    private static final ApiKeys.Key KEY = new ApiKeys.Key("k1", "anna", "load", Instant.EPOCH, null, null);
    private static final Delegations.Delegation GIVEN = new Delegations.Delegation("d1", "anna", "bai", Set.of("filing-full"),
            List.of("o1"), "anna", Instant.EPOCH, Instant.EPOCH, null);
    private static final Delegations.Delegation HELD = new Delegations.Delegation("d2", "bob", "anna", Set.of("filing-full"),
            List.of("o2"), "bob", Instant.EPOCH, Instant.EPOCH, null);
    private static final Delegations.Invitation INVITATION = new Delegations.Invitation("i1", "anna", Set.of("filing-full"),
            List.of("o1"), Instant.EPOCH, Instant.EPOCH, null);

    private final FakeAccountAdmin admin = new FakeAccountAdmin();
    private final List<String> called = new ArrayList<>();
    private final InvocationHandler answers = (proxy, method, arguments) -> {
        if (!List.of("list", "invitations").contains(method.getName())) {
            called.add(method.getName() + " " + Arrays.asList(arguments).subList(1, arguments.length));
        }
        return switch (method.getReturnType().getSimpleName() + " " + method.getDeclaringClass().getSimpleName()) {
            case "List ApiKeys" -> List.of(KEY);
            case "Created ApiKeys" -> new ApiKeys.Created(KEY, "s3cret");
            case "List Delegations" -> method.getName().equals("list") ? List.of(GIVEN, HELD) : List.of(INVITATION);
            case "List ExternalLogIns" -> List.of(new ExternalLogIns.Identity("https://login", "sub-1", "anna", Instant.EPOCH));
            default -> null;
        };
    };
    private final ApiKeys keys = fake(ApiKeys.class);
    private final Delegations delegations = fake(Delegations.class);
    private final ExternalLogIns logIns = fake(ExternalLogIns.class);

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    @Test
    public void contactsAreMaskedInListsAndInJson() throws Exception {
        AccountListCommand list = new AccountListCommand();
        list.admin = admin;
        String listed = Console.run(list, "olga");
        assertTrue(listed, listed.contains("anna") && listed.contains("138******00") && !listed.contains(FakeAccountAdmin.PHONE));
        AccountShowCommand show = new AccountShowCommand();
        show.admin = admin;
        show.name = "anna";
        JsonNode shown = Console.json(show, "olga");
        assertEquals("138******00", shown.get("phone").asText());
        assertEquals("a***@example.com", shown.get("email").asText());
        assertTrue(Console.refused(show, "sam").contains("needs the role OPERATOR"));
        show.name = "nobody";
        assertTrue(Console.refused(show, "olga").contains("there is no such account"));
    }

    @Test
    public void anAccountIsMadeWithAPasswordThatIsShownOnce() throws Exception {
        AccountCreateCommand create = new AccountCreateCommand();
        create.admin = admin;
        create.name = "robot";
        create.roles = List.of("integrator");
        create.dryRun = true;
        assertTrue(Console.run(create, "olga").contains("Will make the account robot with [INTEGRATOR]."));
        assertEquals(List.of(), admin.done);
        create.dryRun = false;
        String said = Console.run(create, "olga");
        assertEquals(20, admin.password.length);
        assertTrue(said, said.endsWith("shown this once: " + new String(admin.password) + System.lineSeparator()));
        AccountPasswordCommand reset = new AccountPasswordCommand();
        reset.admin = admin;
        reset.name = "robot";
        char[] before = admin.password;
        String replaced = Console.run(reset, "olga");
        assertTrue(replaced, replaced.contains(new String(admin.password)));
        assertFalse("a new one", Arrays.equals(before, admin.password));
        create.roles = List.of("king");
        assertTrue(Console.refused(create, "olga").contains("'king' is not one of APPLICANT"));
    }

    @Test
    public void rolesAndStateChangeInTheVersionThatWasAnnouncedAndContactsStay() throws Exception {
        AccountRolesCommand roles = new AccountRolesCommand();
        roles.admin = admin;
        roles.name = "anna";
        roles.roles = List.of("SPECIALIST", "BUTLER");
        String said = Console.run(roles, "olga");
        assertTrue(said, said.contains("Will give account anna the roles [SPECIALIST, BUTLER] instead of [APPLICANT]."));
        AccountCloseCommand close = new AccountCloseCommand();
        close.admin = admin;
        close.name = "anna";
        assertTrue(Console.run(close, "olga").contains("Done: account anna is closed with [SPECIALIST, BUTLER]."));
        AccountOpenCommand open = new AccountOpenCommand();
        open.admin = admin;
        open.name = "anna";
        assertTrue(Console.run(open, "olga").contains("Done: account anna is open"));
        AccountUnlockCommand unlock = new AccountUnlockCommand();
        unlock.admin = admin;
        unlock.name = "anna";
        Console.run(unlock, "olga");
        assertEquals(List.of("change anna from version 1", "change anna from version 2", "change anna from version 3",
                "unlock anna"), admin.done);
        assertEquals(FakeAccountAdmin.PHONE, admin.accounts.get("anna").phone());
        assertEquals(Set.of(Role.SPECIALIST, Role.BUTLER), admin.accounts.get("anna").roles());
    }

    @Test
    public void keysOfMachinesAreMadeListedAndRevoked() throws Exception {
        ApikeyCreateCommand create = new ApikeyCreateCommand();
        create.keys = keys;
        create.account = "anna";
        create.label = "load";
        create.until = "2027-03-31";
        assertTrue(Console.run(create, "olga").contains("Its secret, shown this once: s3cret"));
        ApikeyListCommand list = new ApikeyListCommand();
        list.keys = keys;
        list.account = "anna";
        String listed = Console.run(list, "olga");
        assertTrue(listed, listed.contains("k1") && listed.contains("load") && !listed.contains("s3cret"));
        ApikeyRevokeCommand revoke = new ApikeyRevokeCommand();
        revoke.keys = keys;
        revoke.account = "anna";
        revoke.id = "k1";
        assertTrue(Console.run(revoke, "olga").contains("Done: key k1 is revoked."));
        assertEquals(List.of("create [anna, load, 2027-03-31T16:00:00Z]", "revoke [anna, k1]"), called);
        create.until = "soon";
        assertTrue(Console.refused(create, "olga").contains("'soon' is not a date"));
    }

    @Test
    public void delegationsInvitationsAndIdentitiesAreListedAndEnded() throws Exception {
        DelegationListCommand list = new DelegationListCommand();
        list.delegations = delegations;
        list.account = "anna";
        assertEquals("d1", Console.json(list, "olga").at("/0/id").asText());
        DelegationRevokeCommand revoke = new DelegationRevokeCommand();
        revoke.delegations = delegations;
        revoke.account = "anna";
        revoke.id = "d1";
        Console.run(revoke, "olga");
        InvitationListCommand invitations = new InvitationListCommand();
        invitations.delegations = delegations;
        invitations.account = "anna";
        assertTrue(Console.run(invitations, "olga").contains("i1"));
        InvitationWithdrawCommand withdraw = new InvitationWithdrawCommand();
        withdraw.delegations = delegations;
        withdraw.account = "anna";
        withdraw.id = "i1";
        Console.run(withdraw, "olga");
        IdentityListCommand identities = new IdentityListCommand();
        identities.logIns = logIns;
        identities.account = "anna";
        assertTrue(Console.run(identities, "olga").contains("sub-1"));
        IdentityLinkCommand link = new IdentityLinkCommand();
        link.logIns = logIns;
        link.account = "anna";
        link.issuer = "https://login";
        link.subject = "sub-2";
        assertTrue(Console.run(link, "olga").contains("Will link identity sub-2 of https://login to account anna."));
        IdentityUnlinkCommand unlink = new IdentityUnlinkCommand();
        unlink.logIns = logIns;
        unlink.account = "anna";
        unlink.issuer = "https://login";
        unlink.subject = "sub-2";
        assertTrue(Console.run(unlink, "olga").contains("Done: identity sub-2 is unlinked."));
        assertEquals(List.of("revoke [anna, d1]", "withdraw [anna, i1]", "link [anna, https://login, sub-2]",
                "unlink [anna, https://login, sub-2]"), called);
        assertTrue(Console.refused(list, "sam").contains("needs the role OPERATOR"));
    }

    @Test
    public void idsAreCompletedForTheAccountThatWasTypedBefore() throws Exception {
        DelegationCompleter ended = new DelegationCompleter();
        ended.delegations = delegations;
        assertEquals("what it gave, not what it holds", List.of("d1"), ended.ids(null, "anna"));
        InvitationCompleter invited = new InvitationCompleter();
        invited.delegations = delegations;
        assertEquals(List.of("i1"), invited.ids(null, "anna"));
        ApikeyCompleter made = new ApikeyCompleter();
        made.keys = keys;
        assertEquals(List.of("k1"), made.ids(null, "anna"));
        AccountCompleter names = new AccountCompleter();
        names.admin = admin;
        assertEquals(List.of("anna"), names.ids(null));
    }
}
