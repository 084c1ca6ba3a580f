package org.openbeian.testkit;

import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ConfigurationPageTest {

    private static final String METATYPE = """
        <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
          <OCD id="x.Config" name="Lanes" description="How many.">
            <AD id="threads" type="Integer" description="Threads | lanes" min="1" max="64" default="4"/>
            <AD id="mode" type="String" description="Mode"><Option label="" value="a"/><Option label="" value="b"/></AD>
          </OCD>
          <Designate factoryPid="org.openbeian.x"><Object ocdref="x.Config"/></Designate>
        </metatype:MetaData>
        """;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void tellsKeysDefaultsAndLimits() throws Exception {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.getRoot().toPath().resolve("x.jar")))) {
            jar.putNextEntry(new JarEntry("OSGI-INF/metatype/x.Config.xml"));
            jar.write(METATYPE.getBytes(StandardCharsets.UTF_8));
        }
        ConfigurationPage page = new ConfigurationPage();
        page.scan(folder.getRoot().toPath());
        String text = page.render();
        assertTrue(text, text.contains("## org.openbeian.x-NAME.cfg"));
        assertTrue(text, text.contains("| threads | Integer | 4 | 1 to 64 | Threads \\| lanes |"));
        assertTrue(text, text.contains("| mode | String | (required) | a, b | Mode |"));
    }
}
