package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.openbeian.api.account.ContactCodes;
import org.openbeian.api.account.ContactCodes.Sent;
import org.openbeian.api.account.RealName;
import org.openbeian.api.account.RealNames;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.key.ErasureCertificate;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.key.Erasures;
import org.openbeian.api.key.KeyRotation;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Backups;

public class KeyCommandsTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Map<String, String> secrets = new TreeMap<>(Map.of("openbeian.blind-index", "x"));
    private final List<String> audited = new ArrayList<>();
    private final AuditLog audit = fake(AuditLog.class, (name, arguments) -> audited.add(arguments[1] + " " + arguments[3]));
    private final KeyVault vault = fake(KeyVault.class, (name, arguments) -> switch (name) {
        case "secret" -> Optional.ofNullable(secrets.get(arguments[0]));
        case "secretNames" -> List.copyOf(secrets.keySet());
        case "putSecret" -> secrets.put((String) arguments[0], (String) arguments[1]);
        case "removeSecret" -> secrets.remove(arguments[0]) != null;
        default -> throw new AssertionError(name);
    });

    /** Answers all calls of an interface. */
    private interface Answers {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    Object answer = answers.answer(method.getName(), arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }

    @Test
    public void aSecretIsReadFromAFileAndNeverShown() throws Exception {
        SecretSetCommand set = new SecretSetCommand();
        set.vault = vault;
        set.audit = audit;
        set.name = "smtp";
        assertTrue("nobody to ask", Console.refused(set, "adam").contains("--file"));
        Path file = folder.newFile().toPath();
        Files.writeString(file, "hidden-value\nsecond line\n");
        set.file = file.toString();
        String said = Console.run(set, "adam");
        assertFalse(said, said.contains("hidden-value"));
        assertEquals("hidden-value", secrets.get("smtp"));
        assertEquals(List.of("secret.set smtp"), audited);
        SecretListCommand list = new SecretListCommand();
        list.vault = vault;
        String listed = Console.run(list, "adam");
        assertTrue(listed, listed.contains("secret:smtp") && !listed.contains("hidden-value"));
        SecretRemoveCommand remove = new SecretRemoveCommand();
        remove.vault = vault;
        remove.audit = audit;
        remove.name = "smtp";
        Console.run(remove, "adam");
        assertEquals(Set.of("openbeian.blind-index"), secrets.keySet());
        assertTrue(Console.refused(remove, "adam").contains("no secret smtp"));
        remove.name = "openbeian.blind-index";
        assertTrue(Console.refused(remove, "adam").contains("server's own"));
        assertEquals("beian:secret-list needs the role ADMIN; the account 'olga' does not have it.",
                Console.refused(list, "olga"));
    }

    @Test
    public void aChangeOfTheMasterKeyTellsHowFarItIs() throws Exception {
        KeyRotation rotation = fake(KeyRotation.class, (name, arguments) -> {
            if (name.equals("retire")) {
                throw new IllegalArgumentException("the master key m-1 still wraps 3 data keys");
            }
            return new KeyRotation.Status("m-2", Map.of("m-1", 3L, "m-2", 7L), 3);
        });
        KeyListCommand list = new KeyListCommand();
        list.rotation = rotation;
        assertTrue(Console.run(list, "adam").contains("7 of 10 data keys are under the current master key"));
        assertEquals(3, Console.json(list, "adam").get("remaining").asInt());
        KeyRotateCommand rotate = new KeyRotateCommand();
        rotate.rotation = rotation;
        assertTrue(Console.run(rotate, "adam").contains("m-2 is the master key now"));
        KeyRetireCommand retire = new KeyRetireCommand();
        retire.rotation = rotation;
        retire.master = "m-1";
        assertEquals("master: the master key m-1 still wraps 3 data keys; nothing was changed. See beian:key-list.",
                Console.refused(retire, "adam"));
    }

    @Test
    public void anErasureNamesWhatItDestroysAndGivesACertificate() throws Exception {
        List<String> erased = new ArrayList<>();
        ErasureCertificate certificate = new ErasureCertificate("c1", Instant.EPOCH, "olga", ErasureKind.ORDER, "o1", "asked",
                Map.of("o1", "k"), Map.of(), "ab".repeat(32));
        Erasures erasures = fake(Erasures.class, (name, arguments) -> switch (name) {
            case "plan" -> planned((String) arguments[1]);
            case "erase" -> {
                erased.add(((Actor) arguments[0]).account() + " " + arguments[1] + " " + arguments[2] + " " + arguments[3]);
                yield certificate;
            }
            default -> List.of(certificate);
        });
        DataEraseCommand erase = new DataEraseCommand();
        erase.erasures = erasures;
        erase.kind = "order";
        erase.id = "o1";
        erase.reason = " asked ";
        erase.dryRun = true;
        assertTrue(Console.run(erase, "olga").contains("Will destroy the keys of o1"));
        assertEquals(List.of(), erased);
        erase.dryRun = false;
        assertTrue(Console.run(erase, "olga").contains("Certificate c1"));
        assertEquals(List.of("olga ORDER o1 asked"), erased);
        erase.id = "open";
        assertTrue(Console.refused(erase, "olga").contains("nothing is erased while an order is open"));
        erase.kind = "person";
        assertTrue(Console.refused(erase, "olga").contains("ORDER, ACCOUNT, ORGANIZER"));
        assertTrue(Console.refused(erase, "sam").contains("needs the role OPERATOR"));
        ErasureListCommand list = new ErasureListCommand();
        list.erasures = erasures;
        assertEquals("o1", Console.json(list, "olga").at("/0/object").asText());
    }

    private static List<String> planned(String id) {
        if (id.equals("open")) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, "order-open", "nothing is erased while an order is open: open");
        }
        return List.of(id);
    }

    @Test
    public void aBackupSaysWhetherItHoldsKeys() throws Exception {
        List<String> asked = new ArrayList<>();
        Backups backups = fake(Backups.class, (name, arguments) -> {
            asked.add(name + " " + arguments[arguments.length - 1]);
            if (arguments[0].toString().equals("/full")) {
                throw new IllegalArgumentException("the directory /full is not empty");
            }
            return new Backups.Backup(Instant.EPOCH, "H2", "21", Map.of("filing_order", 3L, "setting", 2L), 4, 2048, Set.of("m-1"),
                    arguments.length > 1 && arguments[1].equals(true));
        });
        BackupCommand backup = new BackupCommand();
        backup.backups = backups;
        backup.audit = audit;
        backup.directory = "/b";
        String said = Console.run(backup, "adam");
        assertTrue(said, said.contains("3 orders, 5 rows and 4 files, 2 KiB") && said.contains("needs the master keys [m-1]"));
        assertEquals(List.of("backup.create null"), audited);
        backup.withKeys = true;
        assertTrue(Console.run(backup, "adam").contains(", with keys."));
        backup.directory = "/full";
        assertEquals("directory: the directory /full is not empty; nothing was changed.", Console.refused(backup, "adam"));
        RestoreCommand restore = new RestoreCommand();
        restore.backups = backups;
        restore.directory = "/b";
        restore.dryRun = true;
        asked.clear();
        Console.run(restore, "adam");
        assertEquals(List.of("check /b"), asked);
        restore.dryRun = false;
        Console.run(restore, "adam");
        assertEquals(List.of("check /b", "check /b", "restore /b"), asked);
    }

    @Test
    public void anAddressIsAskedForAndBoundByItsCode() throws Exception {
        List<String> calls = new ArrayList<>();
        ContactCodes codes = fake(ContactCodes.class, (name, arguments) -> {
            calls.add(((Actor) arguments[0]).account() + " " + name + " " + arguments[1] + " " + arguments[2]);
            return name.equals("send") ? new Sent(AddressKind.MOBILE, "138******78", Instant.EPOCH, Instant.EPOCH, 5) : null;
        });
        ContactCodeCommand code = new ContactCodeCommand();
        code.codes = codes;
        code.kind = "fax";
        assertTrue(Console.refused(code, "sam").contains("neither phone nor email"));
        code.kind = "phone";
        assertTrue(Console.refused(code, "sam").contains("use PUT /api/v1/me/contacts/phone"));
        code.session = fake(Session.class, (name, arguments) -> name.equals("readLine") ? " 13812345678 "
                : fake(Terminal.class, (n, a) -> null));
        String said = Console.run(code, "sam");
        assertTrue(said, said.contains("on its way to 138******78") && !said.contains("13812345678"));
        ContactConfirmCommand confirm = new ContactConfirmCommand();
        confirm.codes = codes;
        confirm.kind = "phone";
        confirm.code = "123456";
        assertTrue(Console.run(confirm, "sam").contains("belongs to the account sam"));
        assertEquals(List.of("sam send MOBILE 13812345678", "sam confirm MOBILE 123456"), calls);
    }

    @Test
    public void ordersAreFoundByANumber() throws Exception {
        OrderFindCommand command = new OrderFindCommand();
        List<String> asked = new ArrayList<>();
        command.search = (actor, kind, number, reason) -> {
            asked.add(actor.account() + " " + kind + " " + number + " " + reason);
            return List.of();
        };
        command.session = fake(Session.class, (name, arguments) -> name.equals("readLine") ? " 110101199003070134 "
            : fake(Terminal.class, (method, given) -> null));
        command.reason = "call back";
        assertTrue(Console.run(command, "sam").endsWith("No handed-in order names this number\n"));
        command.phone = true;
        Console.run(command, "sam");
        assertEquals(List.of("sam CERTIFICATE_NUMBER 110101199003070134 call back", "sam PHONE 110101199003070134 call back"), asked);
        assertTrue(Console.refused(command, "olga").contains("needs the role"));
        command.reason = " ";
        assertTrue(Console.refused(command, "sam").startsWith("--reason: a text is needed"));
    }

    @Test
    public void realNameDataAreAskedForAndNotShown() throws Exception {
        List<String> calls = new ArrayList<>();
        Iterator<String> typed = List.of("resident_id", "440305190001011234", "张小明", "card").iterator();
        AccountRealNameCommand command = new AccountRealNameCommand();
        command.realNames = fake(RealNames.class, (name, arguments) -> {
            calls.add(name + " " + arguments[1] + (arguments.length > 2 ? " " + ((RealName) arguments[2]).name() : ""));
            return name.equals("of") ? Optional.empty()
                    : List.of(new Requirements("o1", 1, false, List.of(), List.of(FakeOrders.FINDING)));
        });
        assertTrue(Console.refused(command, "sam").contains("use PUT /api/v1/accounts/sam/real-name"));
        command.session = fake(Session.class, (name, arguments) -> name.equals("readLine") ? typed.next()
                : fake(Terminal.class, (n, a) -> null));
        command.name = "anna";
        calls.clear();
        String said = Console.run(command, "olga");
        assertTrue(said, said.contains("Will enter the real-name data of the account anna") && said.contains("o1: not complete, 1"));
        assertFalse(said, said.contains("张") || said.contains("4403"));
        assertEquals(List.of("of anna", "keep anna 张小明"), calls);
        assertTrue(Console.refused(command, "olga").contains("'card' is not one of"));
    }
}
