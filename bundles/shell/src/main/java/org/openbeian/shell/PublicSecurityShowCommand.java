package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;

/** Shows a public-security filing. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "public-security-show", description = "Shows the steps of a public-security filing and what its form"
        + " still lacks")
public class PublicSecurityShowCommand extends ReadCommand<PublicSecurityShowCommand.Shown> {

    @Reference(optional = true)
    PublicSecurityFilings filings;

    @Argument(index = 0, name = "case", description = "Id of the case, which is that of its site", required = true)
    @Completion(PublicSecurityIdCompleter.class)
    String id;

    /**
     * What is shown.
     *
     * @param filing the case
     * @param findings what its form lacks
     */
    record Shown(PublicSecurityCase filing, List<Finding> findings) {
    }

    @Override
    Shown read(Actor actor) throws CommandException {
        PublicSecurityCase found = need(filings, PublicSecurityListCommand.SERVICE).get(actor, id);
        return new Shown(found, filings.check(actor, id));
    }

    @Override
    void print(Shown answer) {
        out.println(answer.filing().id() + " " + answer.filing().state() + ", order " + answer.filing().orderId());
        if (answer.filing().passing() != null) {
            out.println("Data code: " + answer.filing().passing().stage() + (answer.filing().passing().validUntil() == null ? ""
                    : ", until " + Show.time(answer.filing().passing().validUntil())));
        }
        Table steps = new Table("At", "By", "What", "Reason");
        answer.filing().steps().forEach(step -> steps.row(Show.time(step.at()), step.actor(), step.event(), step.reason()));
        steps.print(out, "No step yet");
        if (!answer.filing().handovers().isEmpty()) {
            Table handovers = new Table("Submission", "Part", "Stage", "Reference", "Note");
            answer.filing().handovers().forEach(one -> handovers.row(one.key(), one.part(), one.stage(), one.reference(), one.note()));
            handovers.print(out, "Nothing was submitted by the gateway");
        }
        Table findings = new Table("Rule", "Severity", "Field", "What");
        answer.findings().forEach(finding -> findings.row(finding.ruleId(), finding.severity(), finding.pointer(),
                Show.text(finding.text())));
        findings.print(out, "The form is ready");
    }
}
