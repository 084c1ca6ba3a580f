package org.openbeian.province.extender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last rule file of each bundle that was accepted, so that it serves on while a newer one is refused, also after
 * a restart. A file per bundle: symbolic name, version and the rule file, a line each for the first two.
 */
final class LastGoodRules {

    private static final Logger LOG = LoggerFactory.getLogger(LastGoodRules.class);
    private static final String ENDING = ".rules";

    private final Path directory;

    LastGoodRules(Path directory) {
        this.directory = directory;
    }

    void save(long bundleId, BundleRules rules) {
        Path file = file(bundleId);
        try {
            Files.createDirectories(directory);
            Path draft = Files.createTempFile(directory, "draft", null);
            Files.writeString(draft, rules.bundle() + "\n" + rules.bundleVersion() + "\n" + rules.text());
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("Cannot keep the rules of {}: a broken update and a restart would leave none. {}", rules,
                e.toString());
        }
    }

    Optional<BundleRules> load(long bundleId, String bundle) {
        Path file = file(bundleId);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] parts = Files.readString(file, StandardCharsets.UTF_8).split("\n", 3);
            return parts.length == 3 && parts[0].equals(bundle)
                ? Optional.of(new BundleRules(parts[0], parts[1], parts[2], null)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("Cannot read the kept rules of {}: {}", bundle, e.toString());
            return Optional.empty();
        }
    }

    void delete(long bundleId) {
        delete(file(bundleId));
    }

    /** Drops what belongs to bundles that are gone. */
    void retain(LongPredicate installed) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> !installed.test(id(file))).forEach(LastGoodRules::delete);
        } catch (IOException e) {
            LOG.warn("Cannot tidy {}: {}", directory, e.toString());
        }
    }

    private static long id(Path file) {
        String name = file.getFileName().toString();
        String id = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("Cannot delete {}: {}", file, e.toString());
        }
    }

    private Path file(long bundleId) {
        return directory.resolve(bundleId + ENDING);
    }
}
