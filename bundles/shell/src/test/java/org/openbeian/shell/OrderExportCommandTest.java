package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.order.CaseExport;
import org.openbeian.api.order.CaseExport.HistoryProof;
import org.openbeian.api.order.Explanation;
import org.openbeian.api.print.HtmlPage;

/** A case handed out in the shell. */
public class OrderExportCommandTest {

    /** Where it is written to. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeOrders orders = new FakeOrders();

    private OrderExportCommand command(String file) {
        OrderExportCommand command = new OrderExportCommand();
        command.exports = (actor, id) -> new CaseExport(FakeOrders.NOW, orders.order, List.of(), new Explanation(id, List.of(), List.of()),
            new HistoryProof(true, null, 0, "f".repeat(64)));
        command.printer = document -> HtmlPage.of(document).getBytes(StandardCharsets.UTF_8);
        command.id = FakeOrders.ID;
        command.pdf = file;
        return command;
    }

    @Test
    public void aPdfIsWrittenMaskedAndNothingIsOverwritten() throws Exception {
        Path file = folder.getRoot().toPath().resolve("case.pdf");
        assertTrue(Console.run(command(file.toString()), "sam").contains("Written to " + file + ", last hash ffff"));
        String written = Files.readString(file);
        assertTrue(written, written.contains(FakeOrders.ID));
        assertFalse(written, written.contains("张小明") || written.contains("440301199001011234"));
        assertTrue(Console.refused(command(file.toString()), "sam").contains("is there already"));
        assertTrue(Console.refused(command(folder.getRoot() + "/none/case.pdf"), "sam").contains("cannot be written"));
        assertEquals(written, Files.readString(file));
    }

    @Test
    public void whatFitsNotIsNamed() throws Exception {
        assertTrue(Console.refused(command(folder.getRoot() + "/case.jar"), "sam").contains("end in .pdf"));
        OrderExportCommand both = command("case.pdf");
        both.json = true;
        assertTrue(Console.refused(both, "sam").contains("Either"));
        OrderExportCommand none = command(folder.getRoot() + "/case.pdf");
        none.printer = null;
        assertTrue(Console.refused(none, "sam").contains("openbeian-pdf"));
        assertTrue(Console.json(command(null), "sam").at("/proof/whole").asBoolean());
    }
}
