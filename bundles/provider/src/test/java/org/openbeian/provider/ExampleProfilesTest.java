package org.openbeian.provider;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.api.provider.ProviderProfile;
import org.openbeian.testkit.Requirement;

/** What the examples say, and that they say nothing without a source. */
public class ExampleProfilesTest {

    private static final Path FOLDER = Path.of("../providers/examples/src/main/resources/OB-INF/provider");

    private static List<ProviderProfile> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(ExampleProfilesTest::read).toList();
        }
    }

    private static ProviderProfile read(Path file) {
        try {
            ProfileFile read = ProfileFile.read(Files.readAllBytes(file));
            assertEquals(file.toString(), List.of(), read.problems());
            return read.profile();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @Requirement("T-38")
    public void theDocumentThatDemandsTheVideoAfterEveryReturnIsTakenAtItsWordAndNoOtherSaysAnything() throws IOException {
        TreeMap<String, String> said = new TreeMap<>();
        for (ProviderProfile profile : examples()) {
            profile.settings().stream().filter(setting -> setting.key().startsWith("face.")).forEach(setting ->
                said.put(profile.id(), setting.pid() + " " + setting.key() + "=" + setting.value() + " " + setting.source()));
        }
        assertEquals("{tencent=org.openbeian.core face.after.return=[REPEAT] T-38}", said.toString());
    }

    @Test
    public void everySettingHasASource() throws IOException {
        assertEquals(List.of("cecloud", "qingcloud", "tencent-whitepaper", "tencent"),
            examples().stream().map(ProviderProfile::id).toList());
        examples().forEach(profile -> profile.settings().forEach(setting -> assertTrue(profile.id() + " " + setting.key(),
            setting.source().matches("[A-Z]-\\d+(, [A-Z]-\\d+)*"))));
    }
}
