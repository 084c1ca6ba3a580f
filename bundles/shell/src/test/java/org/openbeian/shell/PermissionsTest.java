package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.junit.Test;

public class PermissionsTest {

    private static List<Class<?>> commands() throws IOException, URISyntaxException, ClassNotFoundException {
        Path folder = Path.of(BeianCommand.class.getResource("BeianCommand.class").toURI()).getParent();
        List<Class<?>> commands = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*Command.class")) {
            for (Path file : files) {
                Class<?> type = Class.forName("org.openbeian.shell." + file.getFileName().toString().replace(".class", ""));
                if (!Modifier.isAbstract(type.getModifiers())) {
                    commands.add(type);
                }
            }
        }
        return commands;
    }

    @Test
    public void everyCommandIsInTheTableAndNothingElse() throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (Class<?> type : commands()) {
            names.add(type.getAnnotation(Command.class).name());
        }
        assertEquals(new TreeSet<>(Permissions.TABLE.keySet()), names);
    }

    @Test
    public void everyCommandCanBeFoundByTheShellAndHelpsItsUser() throws Exception {
        for (Class<?> type : commands()) {
            assertTrue(type + " must be public, or the shell cannot make one", Modifier.isPublic(type.getModifiers()));
            assertNotNull(type.getName(), type.getAnnotation(Service.class));
            assertEquals("beian", type.getAnnotation(Command.class).scope());
            assertFalse(type.getName(), type.getAnnotation(Command.class).description().isEmpty());
            type.getConstructor().newInstance();
        }
    }

    @Test
    public void optionsMayStandAnywhere() throws Exception {
        for (Class<?> type : commands()) {
            assertEquals(type.getName(), AnyOrder.class, type.getAnnotation(Parsing.class).value());
            for (Class<?> part = type; part != Object.class; part = part.getSuperclass()) {
                for (Field field : part.getDeclaredFields()) {
                    Option option = field.getAnnotation(Option.class);
                    assertTrue(field + ": AnyOrder must know which options have no value",
                            option == null || AnyOrder.FLAGS.contains(option.name()) == (field.getType() == boolean.class));
                }
            }
        }
        assertEquals("beian:order-show --json 01A", rearranged("beian:order-show 01A --json"));
        assertEquals("beian:result-dismiss --reason \"seen by phone\" --dry-run 440000 f.xml",
                rearranged("beian:result-dismiss 440000 --reason \"seen by phone\" f.xml --dry-run"));
        assertEquals("beian:lane-pause --reason=x a", rearranged("beian:lane-pause a --reason=x"));
        assertEquals("a missing value is told by the command", "beian:lane-pause --reason a",
                rearranged("beian:lane-pause a --reason"));
    }

    private static String rearranged(String typed) {
        AnyOrder parser = new AnyOrder();
        return parser.preprocess(null, parser.parse(null, typed, typed.length()));
    }

    @Test
    public void everyReadingCommandSpeaksJsonAndEveryOtherOneHasADryRun() throws Exception {
        assertEquals("--json", ReadCommand.class.getDeclaredField("json").getAnnotation(Option.class).name());
        assertEquals("--dry-run", ChangeCommand.class.getDeclaredField("dryRun").getAnnotation(Option.class).name());
        for (Class<?> type : commands()) {
            assertTrue(type.getName(), ReadCommand.class.isAssignableFrom(type) || ChangeCommand.class.isAssignableFrom(type));
        }
    }

    @Test
    public void theRoleIsAskedForBeforeAnythingIsDone() {
        FakeOrders orders = new FakeOrders();
        ReviewClaimCommand command = new ReviewClaimCommand();
        command.orders = orders;
        command.id = FakeOrders.ID;
        assertEquals("beian:review-claim needs the role SPECIALIST; the account 'anna' does not have it.",
                Console.refused(command, "anna"));
        assertEquals(List.of(), orders.commands);
    }

    @Test
    public void nobodyAndUnknownUsersAreRefused() {
        assertTrue(Console.refused(new OrderListCommand(), null).startsWith("Nobody is logged in"));
        assertTrue(Console.refused(new OrderListCommand(), "karaf").contains("'karaf' has no account"));
    }

    @Test
    public void completersOfferOnlyWhatTheCallerMaySee() throws Exception {
        Supplier<String> operator = () -> "olga";
        OrderIdCompleter ids = new OrderIdCompleter();
        ids.accounts = new FakeAccounts();
        ids.orders = new FakeOrders();
        ids.user = operator;
        assertEquals(List.of(FakeOrders.ID), ids.ids(Caller.actor(ids.accounts, ids.user)));
        LaneCompleter lanes = new LaneCompleter();
        lanes.accounts = new FakeAccounts();
        lanes.lanes = new FakeLanes();
        lanes.user = () -> "anna";
        List<String> candidates = new ArrayList<>();
        assertEquals("a failure completes nothing", -1, lanes.complete(null, null, candidates));
        assertEquals(List.of(), candidates);
    }
}
