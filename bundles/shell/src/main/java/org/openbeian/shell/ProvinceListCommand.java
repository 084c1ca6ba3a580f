package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;

/** Lists provinces and their rule bundles. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "province-list",
        description = "Lists every installed rule bundle: serving, shadowed or refused, and why")
public class ProvinceListCommand extends ReadCommand<List<ProvinceListCommand.Line>> {

    @Reference(optional = true)
    RuleBooks ruleBooks;

    /**
     * An installed rule bundle.
     *
     * @param candidate the bundle
     * @param profile what it says of its province, when it serves; null otherwise
     */
    record Line(RuleBooks.Candidate candidate, ProvinceProfile profile) {
    }

    @Override
    List<Line> read(Actor actor) throws CommandException {
        RuleBooks books = need(ruleBooks, "RuleBooks");
        RuleBook book = books.current();
        return books.candidates().stream().map(candidate -> new Line(candidate, profile(book, candidate))).toList();
    }

    private static ProvinceProfile profile(RuleBook book, RuleBooks.Candidate candidate) {
        boolean serves = "serving".equals(candidate.status()) && candidate.provinceId() != null;
        return serves ? book.profile(candidate.provinceId()).orElse(null) : null;
    }

    @Override
    void print(List<Line> answer) {
        Table table = new Table("Province", "Status", "Coverage", "Rules", "Review days", "Bundle", "Version", "Name", "Reason");
        for (Line line : answer) {
            RuleBooks.Candidate bundle = line.candidate();
            ProvinceProfile profile = line.profile();
            table.row(bundle.provinceId(), bundle.status(), profile == null ? "" : profile.coverage(),
                    profile == null ? "" : profile.rulesVersion(),
                    profile == null ? "" : profile.reviewMinDays() + "-" + profile.reviewMaxDays(), bundle.bundle(),
                    bundle.bundleVersion(), profile == null ? "" : Show.text(profile.name()), bundle.reason());
        }
        table.print(out, "No rule bundle is installed: nothing can be submitted");
    }
}
