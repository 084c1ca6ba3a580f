package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.key.ErasureCertificate;
import org.openbeian.api.key.Erasures;
import org.openbeian.api.security.Actor;

/** Lists certificates of erasure. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "erasure-list", description = "Lists certificates of erasure, newest first")
public class ErasureListCommand extends ReadCommand<List<ErasureCertificate>> {

    @Reference(optional = true)
    Erasures erasures;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    int limit = 50;

    @Override
    List<ErasureCertificate> read(Actor actor) throws CommandException {
        return need(erasures, "Erasures").list(Input.range("--limit", limit, 1, 200));
    }

    @Override
    void print(List<ErasureCertificate> answer) {
        Table table = new Table("Certificate", "At", "By", "Kind", "Of", "Keys", "Reason");
        answer.forEach(one -> table.row(one.id(), Show.time(one.at()), one.account(), one.kind(), one.object(), one.keys().size(),
                one.reason()));
        table.print(out, "Nothing was erased");
    }
}
