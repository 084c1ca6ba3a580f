package org.openbeian.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.support.CommandException;
import org.junit.Assert;

/** Runs a command as somebody and catches what it prints. */
final class Console {

    private Console() {
    }

    static String run(BeianCommand command, String user) throws CommandException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.accounts = new FakeAccounts();
        command.user = () -> user;
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        command.execute();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static String refused(BeianCommand command, String user) {
        return Assert.assertThrows(CommandException.class, () -> run(command, user)).getMessage();
    }

    static JsonNode json(ReadCommand<?> command, String user) throws CommandException, JsonProcessingException {
        command.json = true;
        return new ObjectMapper().readTree(run(command, user));
    }
}
