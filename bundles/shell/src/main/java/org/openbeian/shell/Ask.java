package org.openbeian.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;

/** Asks who types for what shall not stay in the shell's history. */
final class Ask {

    private Ask() {
    }

    /**
     * Asks for a value.
     *
     * @param session the session, or null when there is none
     * @param what what is asked for
     * @param mask sign that is shown instead of those typed, or null
     * @param otherwise how to give it when there is nobody to ask
     */
    static String value(Session session, String what, Character mask, String otherwise) throws CommandException {
        if (session == null || session.getTerminal() == null) {
            throw new CommandException("There is nobody to ask for the value; " + otherwise + ".");
        }
        try {
            String value = session.readLine(what + ": ", mask);
            return value == null ? "" : value.strip();
        } catch (IOException | RuntimeException e) {
            throw new CommandException("The value cannot be read: " + e.getClass().getSimpleName() + "; nothing was changed.");
        }
    }
}
