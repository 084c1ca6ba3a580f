package org.openbeian.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.core.rules.RuleFileBytes;
import org.openbeian.core.rules.RuleFileException;

/** A rule file as it is named to a command: a file of the server's machine, or an installed bundle as {@code name/version}. */
final class RuleFileArgument {

    private RuleFileArgument() {
    }

    /** The text of the file. */
    static String read(RuleTrials trials, String named) throws CommandException {
        int slash = named.indexOf('/');
        if (slash > 0 && slash == named.lastIndexOf('/')) {
            var installed = trials.installed(named.substring(0, slash), named.substring(slash + 1));
            if (installed.isPresent()) {
                return installed.get();
            }
        }
        try (InputStream in = Files.newInputStream(Path.of(named))) {
            return RuleFileBytes.decode(RuleFileBytes.read(in));
        } catch (RuleFileException e) {
            throw new CommandException(named + ": " + e.getMessage());
        } catch (IOException | InvalidPathException e) {
            throw new CommandException("There is no file '" + named + "' that can be read, and no rule bundle of that name and "
                    + "version; give a path on the server's machine or name/version as in beian:plugin-list.");
        }
    }
}
