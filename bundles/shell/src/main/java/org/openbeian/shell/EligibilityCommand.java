package org.openbeian.shell;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.eligibility.Eligibility;
import org.openbeian.api.eligibility.EligibilityAnswer;
import org.openbeian.api.eligibility.EligibilityQuestion;
import org.openbeian.api.eligibility.Filed;
import org.openbeian.api.eligibility.Scenario;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;

/** Says what has to be filed. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "eligibility", description = "Says whether a host must be filed, where, as what and why")
public class EligibilityCommand extends ReadCommand<EligibilityAnswer> {

    private static final Map<String, String> OPTIONS = Map.of("mainland", "--region", "filed", "--filed", "organizerFiled",
            "--organizer-filed", "originHere", "--origin-here", "domainResolvedHere", "--domain-here", "subDomainResolvedHere",
            "--sub-domain-here", "originalValid", "--original-valid");

    @Reference(optional = true)
    Eligibility eligibility;

    @Reference(optional = true)
    RuleBooks ruleBooks;

    @Argument(index = 0, name = "host", description = "Domain, host name, or the name of an APP", required = true)
    String host;

    @Option(name = "--scenario", description = "site, app, government_site, object_storage, waf, mail or site_builder")
    @Completion(value = StringsCompleter.class,
            values = {"site", "app", "government_site", "object_storage", "waf", "mail", "site_builder"})
    String scenario = "site";

    @Option(name = "--region", description = "Id of the server's region")
    String region;

    @Option(name = "--overseas", description = "The server stands outside mainland China")
    boolean overseas;

    @Option(name = "--ip", description = "Address of the server")
    String ip;

    @Option(name = "--filed", description = "Where it is filed as far as you know: elsewhere or nowhere")
    @Completion(value = StringsCompleter.class, values = {"elsewhere", "nowhere"})
    String filed;

    @Option(name = "--origin-here", description = "The origin server stands here; yes or no")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String originHere;

    @Option(name = "--domain-here", description = "The registrable domain resolves here; yes or no")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String domainHere;

    @Option(name = "--sub-domain-here", description = "A sub-domain resolves here; yes or no")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String subDomainHere;

    @Option(name = "--original-valid", description = "Filed elsewhere: its resource at the original provider is valid; yes or no")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String originalValid;

    @Option(name = "--site", description = "For object storage: the site's own domain, beside the one that is bound to the bucket")
    String site;

    @Option(name = "--organizer-filed", description = "The organizer holds a filing number already, here or elsewhere; yes or no")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String organizerFiled;

    @Option(name = "--province", description = "Province of the organizer; with --nature the materials are listed")
    @Completion(ProvinceIdCompleter.class)
    String province;

    @Option(name = "--nature", description = "Nature of the organizer; with --province the materials are listed")
    @Completion(value = StringsCompleter.class, values = {"ENTERPRISE", "INDIVIDUAL", "GOVERNMENT", "PUBLIC_INSTITUTION"})
    String nature;

    @Override
    EligibilityAnswer read(Actor actor) throws CommandException {
        Scenario asked = Input.oneOf(Scenario.class, "--scenario", scenario);
        boolean app = asked == Scenario.APP && host.indexOf('.') < 0;
        return need(eligibility, "Eligibility").answer(new EligibilityQuestion(asked, app ? null : host, app ? host : null, region,
                overseas ? Boolean.FALSE : null, ip, filed == null ? null : Input.oneOf(Filed.class, "--filed", filed),
                Input.yesNo("--organizer-filed", organizerFiled), Input.yesNo("--origin-here", originHere),
                Input.yesNo("--domain-here", domainHere), Input.yesNo("--sub-domain-here", subDomainHere), site,
                province == null ? null : ProvinceName.id(need(ruleBooks, "RuleBooks"), province),
                nature == null ? null : Input.oneOf(OrganizerNature.class, "--nature", nature),
                Input.yesNo("--original-valid", originalValid)));
    }

    @Override
    void print(EligibilityAnswer answer) {
        out.println("Unit of filing: " + answer.unit() + ", filed: " + answer.filed());
        out.println("Filing:         " + answer.filing() + (answer.types().isEmpty() ? "" : ", as one of " + answer.types()));
        out.println("Access here:    " + answer.access());
        if (answer.remark() != null) {
            out.println("Remark:         " + answer.remark());
        }
        if (answer.meanwhile() != null) {
            out.println("Until granted:  here " + answer.meanwhile().here() + (answer.meanwhile().atOriginal() == null ? ""
                    : ", at the original provider " + answer.meanwhile().atOriginal()));
        }
        if (!answer.missing().isEmpty()) {
            out.println("Not told:       " + answer.missing().stream()
                    .map(part -> OPTIONS.getOrDefault(part, part)).collect(Collectors.joining(", ")));
        }
        Table table = new Table("Rule", "Says");
        answer.statements().forEach(statement -> table.row(statement.rule(), Show.text(statement.text())));
        table.print(out, "No rule was used");
        if (!answer.materials().isEmpty()) {
            out.println("Materials:");
            answer.materials().forEach(material -> out.println("  " + Show.text(material.text())));
        }
        if (answer.beside() != null) {
            out.println("The site's own domain:");
            print(answer.beside());
        }
    }
}
