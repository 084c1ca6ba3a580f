package org.openbeian.shell;

import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;

/** Completes ids of provinces for which a rule bundle is installed. */
@Service
public class ProvinceIdCompleter extends IdCompleter {

    @Reference(optional = true)
    RuleBooks ruleBooks;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        return BeianCommand.need(ruleBooks, "RuleBooks").candidates().stream().map(RuleBooks.Candidate::provinceId)
                .filter(Objects::nonNull).distinct().toList();
    }
}
