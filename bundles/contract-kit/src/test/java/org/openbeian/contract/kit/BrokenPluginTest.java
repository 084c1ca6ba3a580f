package org.openbeian.contract.kit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The kit finds what it is there to find. */
public class BrokenPluginTest {

    private static final String RULES = """
        format: 1
        province: "620000"
        name: {zh: 甘肃省, en: Gansu}
        authority: {zh: 甘肃省通信管理局, en: Gansu authority}
        prefix: 陇
        version: 1.0.0
        date: 2026-11-21
        coverage: local
        """;

    /** Stands for a module. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aGoodPluginPasses() throws IOException {
        manifest("Import-Package: org.openbeian.api.rules;version=\"[1.0,2)\",org.slf4j\n"
            + "Require-Capability: osgi.extender;filter:=\"(osgi.extender=openbeian.rules)\"\n");
        write("target/classes/OB-INF/rules/gansu.province.yaml", RULES);
        write("README.md", "# Gansu");
        PluginContract contract = contract();
        assertEquals(List.of(), contract.imports());
        assertEquals(List.of(), contract.exports());
        assertEquals(List.of(), contract.rules());
        assertEquals(List.of(), contract.extender());
        assertEquals(List.of(), contract.readme());
    }

    @Test
    public void importsFromTheInsideAreFound() throws IOException {
        manifest("Import-Package: org.openbeian.core.rules;version=\"[1.0,2)\",com.example\n");
        assertEquals(2, contract().imports().size());
        manifest("Import-Package: org.slf4j;resolution:=optional\nDynamicImport-Package: *\n");
        assertEquals(2, contract().imports().size());
    }

    @Test
    public void exportsAreFound() throws IOException {
        manifest("Export-Package: org.example\n");
        assertEquals(1, contract().exports().size());
    }

    @Test
    public void wrongRulesAreFoundWithTheirPlace() throws IOException {
        manifest("");
        write("target/classes/OB-INF/rules/gansu.province.yaml", RULES.replace("prefix", "prefixx"));
        write("target/classes/OB-INF/rules/other.yaml", RULES);
        List<String> wrong = contract().rules();
        assertEquals(wrong.toString(), 3, wrong.size());
        assertTrue(wrong.toString(), wrong.get(1).startsWith("gansu.province.yaml, line 5, column 1: unknown key"));
        assertEquals(1, contract().extender().size());
        assertEquals(1, contract().readme().size());
    }

    private PluginContract contract() {
        return new PluginContract(folder.getRoot().toPath());
    }

    private void manifest(String headers) throws IOException {
        write("target/classes/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + headers);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.getRoot().toPath().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
