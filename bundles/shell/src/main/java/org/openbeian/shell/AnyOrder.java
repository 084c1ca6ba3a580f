package org.openbeian.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.parsing.DefaultParser;

/**
 * Lets options stand anywhere: Karaf itself takes them only before the first argument. What was typed is rearranged before
 * it is run, word by word with its quotes. Every command names this class in its {@code @Parsing}.
 */
@Service
public final class AnyOrder extends DefaultParser {

    /** The options that stand alone; every other one is followed by its value. */
    static final Set<String> FLAGS = Set.of("--all", "--answered", "--background", "--by-channel", "--by-name", "--by-province",
            "--cancel", "--domains", "--dry-run", "--english", "--gave-up", "--help", "--json", "--mine", "--missed", "--overdue",
            "--overseas", "--pay-as-you-go", "--phone", "--proposed", "--waiting", "--whole", "--with-keys");

    @Override
    public String preprocess(Session session, CommandLine line) {
        String[] words = line.getArguments();
        List<String> options = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            if (!words[i].startsWith("--")) {
                arguments.add(words[i]);
                continue;
            }
            options.add(words[i]);
            if (!FLAGS.contains(words[i]) && words[i].indexOf('=') < 0 && i + 1 < words.length) {
                options.add(words[++i]);
            }
        }
        StringBuilder ordered = new StringBuilder(words[0]);
        options.forEach(word -> ordered.append(' ').append(word));
        arguments.forEach(word -> ordered.append(' ').append(word));
        return ordered.toString();
    }
}
