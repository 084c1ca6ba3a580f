package org.openbeian.province.extender;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;

/** A bare rule file dropped into the deploy folder. */
public class RuleFileTransformerTest {

    /** Stands for the deploy folder. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final RuleFileTransformer transformer = new RuleFileTransformer();

    @Test
    public void onlyRuleFilesAreHandled() throws Exception {
        assertTrue(transformer.canHandle(folder.newFile("gansu.province.yaml")));
        assertFalse(transformer.canHandle(folder.newFile("gansu.province.yaml.rejected")));
        assertFalse(transformer.canHandle(folder.newFile("other.yaml")));
    }

    @Test
    public void aFileBecomesABundleOfItsVersionAndABrokenOneLeavesANote() throws Exception {
        Path file = folder.getRoot().toPath().resolve("gansu.province.yaml");
        Path note = folder.getRoot().toPath().resolve("gansu.province.yaml.rejected");
        try (TestFramework framework = new TestFramework(folder.newFolder("framework").toPath())) {
            Files.writeString(file, RuleTexts.good("1.2.3", "620000"));
            Bundle bundle = framework.context().installBundle("mem:file", new FileInputStream(transform(file)));
            bundle.start();
            assertEquals(List.of("1.2.3 good"), framework.services());
            assertEquals("openbeian.rules.gansu", bundle.getSymbolicName());
            assertFalse(Files.exists(note));

            Files.writeString(file, RuleTexts.broken("1.3.0"));
            bundle.update(new FileInputStream(transform(file)));
            assertEquals(List.of("1.2.3 good", "1.3.0 refused"), framework.services());
            assertTrue(Files.readString(note), Files.readString(note).contains("unknown key \"requires\""));

            Files.writeString(file, RuleTexts.good("1.3.1", "620000"));
            bundle.update(new FileInputStream(transform(file)));
            assertEquals(List.of("1.3.1 good"), framework.services());
            assertFalse(Files.exists(note));

            Files.writeString(file, "not: [yaml");
            bundle.update(new FileInputStream(transform(file)));
            assertEquals(List.of("0.0.0 refused", "1.3.1 good"), framework.services());
            assertTrue(Files.exists(note));
            Files.delete(file);
            bundle.uninstall();
            assertEquals(List.of(), framework.services());
            assertFalse("the note goes with the file", Files.exists(note));
        }
    }

    @Test
    public void filesOfDifferentNamesBecomeDifferentBundles() throws Exception {
        Set<String> names = new TreeSet<>();
        for (String name : List.of("甘肃", "广东", "a b", "a_b", "a-b", "A-b")) {
            Path file = folder.getRoot().toPath().resolve(name + ".province.yaml");
            Files.writeString(file, RuleTexts.good("1.0.0", "620000"));
            try (JarFile jar = new JarFile(transform(file))) {
                names.add(jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"));
            }
        }
        assertEquals(Set.of("openbeian.rules._7518_8083", "openbeian.rules._5e7f_4e1c", "openbeian.rules.a_20b",
            "openbeian.rules.a_5fb", "openbeian.rules.a-b", "openbeian.rules.A-b"), names);
    }

    private File transform(Path file) throws Exception {
        return transformer.transform(file.toFile(), folder.newFolder());
    }
}
