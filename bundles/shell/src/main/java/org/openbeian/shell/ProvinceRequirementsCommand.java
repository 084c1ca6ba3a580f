package org.openbeian.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.core.rules.RequirementMarkdown;

/** Shows what a province asks of an applicant. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "province-requirements",
        description = "Shows what a province asks for one filing type and nature: fields, materials, rules, and what is unknown")
public class ProvinceRequirementsCommand extends ReadCommand<RequirementPage> {

    @Reference(optional = true)
    RuleBooks ruleBooks;

    @Reference(optional = true)
    Clock clock;

    @Argument(index = 0, name = "province", required = true, description = ProvinceName.HELP)
    @Completion(ProvinceIdCompleter.class)
    String province;

    @Option(name = "--type", description = "Filing type")
    @Completion(value = StringsCompleter.class, values = {"FIRST", "NEW_SERVICE", "ACCESS", "CHANGE_ORGANIZER",
        "CHANGE_SERVICE", "CHANGE_BOTH", "CANCEL_ORGANIZER", "CANCEL_SERVICE", "CANCEL_ACCESS"})
    String type = "FIRST";

    @Option(name = "--nature", description = "Nature of the organizer")
    @Completion(value = StringsCompleter.class, values = {"ENTERPRISE", "INDIVIDUAL", "GOVERNMENT", "PUBLIC_INSTITUTION"})
    String nature = "ENTERPRISE";

    @Option(name = "--english", description = "Print in English instead of Chinese")
    boolean english;

    @Override
    RequirementPage read(Actor actor) throws CommandException {
        RuleBooks books = need(ruleBooks, "RuleBooks");
        LocalDate today = LocalDate.now(need(clock, "Clock").withZone(ZoneId.of("Asia/Shanghai")));
        return books.current().requirements(ProvinceName.id(books, province), Input.oneOf(FilingType.class, "--type", type),
                Input.oneOf(OrganizerNature.class, "--nature", nature), today)
                .orElseThrow(() -> new CommandException("No rule bundle serves the province '" + province
                        + "' now; beian:province-show says why."));
    }

    @Override
    void print(RequirementPage answer) {
        out.print(RequirementMarkdown.of(answer, !english));
    }
}
