package org.openbeian.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.core.rules.RuleFiles;

/** A rule file as it is named to a command: a file of the server's machine, or an installed bundle as {@code name/version}. */
final class RuleFileArgument {

    private static final int MAX_BYTES = RuleFiles.MAX_CHARACTERS * 4;

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
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new CommandException("The file " + named + " is larger than " + MAX_BYTES + " bytes.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new CommandException("The file " + named + " is not UTF-8.");
        } catch (IOException | InvalidPathException e) {
            throw new CommandException("There is no file '" + named + "' that can be read, and no rule bundle of that name and "
                    + "version; give a path on the server's machine or name/version as in beian:plugin-list.");
        }
    }
}
