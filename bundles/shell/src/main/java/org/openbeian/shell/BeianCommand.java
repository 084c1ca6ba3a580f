package org.openbeian.shell;

import java.io.PrintStream;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ShellUtil;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every command shares: who acts, whether he may, and how a failure is told. References are optional, because one
 * missing service would otherwise hide all commands of the bundle; {@link #need} says which service is missing instead.
 * An instance serves one call.
 */
abstract class BeianCommand implements Action {

    private static final Logger LOG = LoggerFactory.getLogger(BeianCommand.class);

    @Reference(optional = true)
    Accounts accounts;

    /** Who is logged in to the shell, by its JAAS subject; a session variable could be forged. */
    Supplier<String> user = ShellUtil::getCurrentUserName;

    PrintStream out = System.out;

    /**
     * Does the command's work.
     *
     * @param actor who acts; has the right to run this command
     * @throws CommandException when the input is bad; its message is all that the caller sees
     */
    abstract void run(Actor actor) throws CommandException;

    /** Runs the command for the account of the shell session; every failure becomes one message without a stack trace. */
    @Override
    public final Object execute() throws CommandException {
        try {
            Actor actor = Caller.actor(accounts, user);
            Permissions.check(actor, getClass().getAnnotation(Command.class).name());
            run(actor);
            return null;
        } catch (Refusal refusal) {
            throw new CommandException(Show.refusal(refusal));
        } catch (StoreUnavailable unavailable) {
            LOG.warn("Command {} found no database: {}", getClass().getSimpleName(), unavailable.getMessage());
            throw new CommandException("The database cannot be reached at the moment, nothing was changed. "
                    + "Try again; beian:doctor tells more.");
        } catch (DataErased erased) {
            throw new CommandException("The personal data was erased on request and cannot be shown any more.");
        } catch (RuntimeException broken) {
            String reference = UUID.randomUUID().toString();
            LOG.error("Command {} failed, reference {}", getClass().getSimpleName(), reference, broken);
            throw new CommandException("The server failed to run this command (reference " + reference
                    + " in the log). beian:doctor may tell why.");
        }
    }

    /**
     * A service that the command cannot do without.
     *
     * @param service the service, or null when it is not there
     * @param what its name for people
     * @throws CommandException when it is not there
     */
    static <T> T need(T service, String what) throws CommandException {
        if (service == null) {
            throw new CommandException("The service " + what + " is not there; beian:doctor tells why.");
        }
        return service;
    }
}
