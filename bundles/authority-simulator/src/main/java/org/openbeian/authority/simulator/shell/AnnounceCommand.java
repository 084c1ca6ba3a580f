package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.authority.simulator.control.Announcement;

/** Lets an authority tell something by itself. */
@Service
@Command(scope = "beian", name = "simulator-announce",
    description = "Lets an authority tell something by itself: a blacklisting, the result of a check, a notice of rectification, a"
        + " verification task, a code table")
public class AnnounceCommand extends SimulatorCommand {

    @Argument(index = 0, name = "authority", required = true, description = "Code of the authority, such as 440000")
    String authority;

    @Argument(index = 1, name = "kind", required = true, description = "What it tells")
    @Completion(value = StringsCompleter.class, values = {"BLACKLIST_ORGANIZER", "CLEAR_ORGANIZER", "BLACKLIST_SITE", "CLEAR_SITE",
        "ILLEGAL_ACCESS", "UNFILED_SITE", "RECTIFICATION", "DEAD_SITE", "LIVE_SITE", "OVER_REPORTED", "UNDER_REPORTED",
        "VERIFICATION", "CODE_TABLE", "RESYNCHRONISATION"})
    String kind;

    @Option(name = "--number", description = "Filing number that it is about")
    String number;

    @Option(name = "--domain", description = "Domain that it is about")
    String domain;

    @Option(name = "--certificate", description = "Number of the organizer's certificate")
    String certificate;

    @Option(name = "--text", description = "The authority's words")
    String text;

    @Override
    void run() {
        Announcement.Kind what = oneOf(Announcement.Kind.class, "kind", kind);
        out.println("Will let authority " + authority + " tell " + what + ".");
        simulator.announce(authority, new Announcement(what, number, domain, certificate, text));
        out.println("Done: it waits to be fetched.");
    }
}
