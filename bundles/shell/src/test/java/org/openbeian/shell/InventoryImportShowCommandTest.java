package org.openbeian.shell;

import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.imports.Imports;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.testkit.Requirement;

/** Imports in the shell. */
public class InventoryImportShowCommandTest {

    @Test
    @Requirement("A-09")
    public void aBadLineTellsItsReasonsInBothLanguages() throws Exception {
        InventoryImportShowCommand show = new InventoryImportShowCommand();
        Imports.Content content = new Imports.Content("i1", "resources", Imports.Format.CSV, false);
        show.imports = (Imports) Proxy.newProxyInstance(Imports.class.getClassLoader(), new Class<?>[] {Imports.class},
            (proxy, method, arguments) -> method.getName().equals("find")
                ? Optional.of(new Imports.Progress(content, "olga", 2, 1, 1, 0, FakeOrders.NOW, FakeOrders.NOW, FakeOrders.NOW))
                : List.of(new Imports.BadLine(2, new LocalizedText("region：缺少", "region: missing"))));
        show.id = "i1";
        String told = Console.run(show, "olga");
        assertTrue(told, told.contains("2 records, 1 stored, 1 bad") && told.contains("region: missing / region：缺少"));
    }
}
