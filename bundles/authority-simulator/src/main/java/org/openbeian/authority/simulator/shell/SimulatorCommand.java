package org.openbeian.authority.simulator.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ShellUtil;
import org.apache.karaf.shell.support.table.ShellTable;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.authority.simulator.control.SimulatorControl;

/** What the simulator's commands share: only operators may run them, and a failure is one message. */
abstract class SimulatorCommand implements Action {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS).build();

    @Reference(optional = true)
    SimulatorControl simulator;

    @Reference(optional = true)
    Accounts accounts;

    Supplier<String> user = ShellUtil::getCurrentUserName;

    PrintStream out = System.out;

    /** Does the command's work; an {@link IllegalArgumentException} tells what was typed wrongly. */
    abstract void run() throws CommandException;

    @Override
    public final Object execute() throws CommandException {
        if (simulator == null || accounts == null) {
            throw new CommandException("The service " + (simulator == null ? "SimulatorControl" : "Accounts")
                + " is not there; beian:doctor tells why.");
        }
        Optional<Actor> actor = Optional.ofNullable(user.get()).flatMap(name -> accounts.actor(name, "shell"));
        if (!actor.map(one -> one.may(Permission.STEER_SIMULATOR)).orElse(false)) {
            throw new CommandException("The simulator needs the role OPERATOR; '" + user.get() + "' does not have it.");
        }
        try {
            run();
        } catch (IllegalArgumentException badInput) {
            throw new CommandException(badInput.getMessage());
        }
        return null;
    }

    /** Prints a value as indented JSON. */
    final void json(Object value) {
        try {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } catch (JsonProcessingException cannotHappen) {
            throw new IllegalStateException("records always have a text", cannotHappen);
        }
    }

    /** A table with these columns. */
    static ShellTable table(String whenEmpty, String... columns) {
        ShellTable table = new ShellTable().emptyTableText(whenEmpty);
        for (String column : columns) {
            table.column(column);
        }
        return table;
    }

    /** A constant by its name in any case of letters. */
    static <E extends Enum<E>> E oneOf(Class<E> type, String name, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(name + ": '" + value + "' is not one of "
            + Arrays.toString(type.getEnumConstants()) + ".");
    }

    /** The value's text, empty for null. */
    static String or(Object value) {
        return value == null ? "" : value.toString();
    }
}
