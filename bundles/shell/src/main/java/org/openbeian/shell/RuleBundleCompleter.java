package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.rules.RuleBooks;

/** Completes installed rule bundles as {@code name/version}, and files. */
@Service
public class RuleBundleCompleter implements Completer {

    @Reference(optional = true)
    RuleBooks ruleBooks;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> bundles = ruleBooks == null ? List.of() : ruleBooks.candidates().stream()
                .map(bundle -> bundle.bundle() + "/" + bundle.bundleVersion()).distinct().toList();
        int position = new StringsCompleter(bundles).complete(session, line, candidates);
        return position >= 0 ? position : new FileCompleter().complete(session, line, candidates);
    }
}
