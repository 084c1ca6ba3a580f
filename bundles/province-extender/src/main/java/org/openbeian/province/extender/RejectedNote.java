package org.openbeian.province.extender;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The note beside a rule file in {@code deploy/} that says why it is refused. */
final class RejectedNote {

    /** Manifest header: the file that a bundle was made of. */
    static final String FILE_HEADER = "OpenBeian-Rules-File";

    private static final Logger LOG = LoggerFactory.getLogger(RejectedNote.class);

    private RejectedNote() {
    }

    static void write(File file, List<String> problems) {
        try {
            Files.write(note(file.toPath()), problems);
        } catch (IOException e) {
            LOG.warn("Cannot write the note beside {}: {}", file, e.toString());
        }
    }

    static void delete(File file) {
        try {
            Files.deleteIfExists(note(file.toPath()));
        } catch (IOException e) {
            LOG.warn("Cannot delete the note beside {}: {}", file, e.toString());
        }
    }

    /** Deletes the note of a bundle whose file is gone. */
    static void tidy(Bundle bundle) {
        String file = bundle.getHeaders("").get(FILE_HEADER);
        if (file != null && !new File(file).exists()) {
            delete(new File(file));
        }
    }

    private static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + ".rejected");
    }
}
