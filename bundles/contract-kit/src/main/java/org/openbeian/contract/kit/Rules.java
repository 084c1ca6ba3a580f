package org.openbeian.contract.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.core.rules.RuleFile;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;

/** Opens rule files for tests. */
public final class Rules {

    private static final Map<String, RuleFile> READ = new ConcurrentHashMap<>();

    private Rules() {
    }

    /** The rule book of rule files on the class path of a test, such as {@code national} and {@code gansu}. */
    public static RuleBook book(String... names) {
        List<RuleFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(file(name));
        }
        return RuleFiles.book(files);
    }

    /** Whether the class path of a test holds that rule file. */
    public static boolean isThere(String name) {
        return Rules.class.getResource("/" + RuleFiles.FOLDER + "/" + name + RuleFiles.SUFFIX) != null;
    }

    /** One rule file on the class path of a test; read once, since it is immutable. */
    public static RuleFile file(String name) {
        return READ.computeIfAbsent(name, Rules::read);
    }

    private static RuleFile read(String name) {
        String path = "/" + RuleFiles.FOLDER + "/" + name + RuleFiles.SUFFIX;
        try (InputStream in = Rules.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("Not on the class path: " + path);
            }
            return RuleFiles.read(new String(in.readAllBytes(), StandardCharsets.UTF_8),
                "org.openbeian.province." + name, "1.0.0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuleFileException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
