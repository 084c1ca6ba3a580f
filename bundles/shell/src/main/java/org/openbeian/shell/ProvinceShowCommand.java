package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;

/** Shows one province. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "province-show",
        description = "Shows one province: its authority, prefix, review times, footer and rule bundles")
public class ProvinceShowCommand extends ReadCommand<ProvinceShowCommand.Province> {

    @Reference(optional = true)
    RuleBooks ruleBooks;

    @Argument(index = 0, name = "province", required = true,
            description = ProvinceName.HELP)
    @Completion(ProvinceIdCompleter.class)
    String province;

    /**
     * A province as it is known here.
     *
     * @param profile what its serving bundle says; null when none serves
     * @param served whether orders can be submitted for it
     * @param bundles its installed bundles
     */
    record Province(ProvinceProfile profile, boolean served, List<RuleBooks.Candidate> bundles) {
    }

    @Override
    Province read(Actor actor) throws CommandException {
        RuleBooks books = need(ruleBooks, "RuleBooks");
        RuleBook book = books.current();
        String id = ProvinceName.id(books, province);
        return new Province(book.profile(id).orElse(null), book.serves(id),
                books.candidates().stream().filter(bundle -> id.equals(bundle.provinceId())).toList());
    }

    @Override
    void print(Province answer) {
        Json.lines(answer).stream().filter(line -> line.startsWith("/profile/"))
                .forEach(line -> out.println(line.substring("/profile/".length())));
        Table table = new Table("Bundle", "Version", "Status", "Reason");
        answer.bundles().forEach(bundle -> table.row(bundle.bundle(), bundle.bundleVersion(), bundle.status(), bundle.reason()));
        table.print(out, "No bundle");
        out.println(answer.served() ? "Orders for this province are judged and submitted."
                : "Not served: orders for this province wait.");
    }
}
