package org.openbeian.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.runner.Description;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/**
 * Writes down, per test class, which requirement rows its tests name and how they went: one line
 * {@code id TAB outcome TAB test} for each, in the directory named by the system property
 * {@value #DIRECTORY}; without that property, nowhere. A test that names a row which the catalogue does not know
 * fails. The build enters this listener into every test run.
 */
public final class RequirementListener extends RunListener {

    /** System property that names the directory to write to. */
    public static final String DIRECTORY = "openbeian.requirements.directory";

    private static final Set<String> KNOWN = Catalogue.titles().keySet();

    private final Map<Description, Outcome> outcomes = new LinkedHashMap<>();
    private final String directory;

    /** Writes to where the system property says. */
    public RequirementListener() {
        this(System.getProperty(DIRECTORY));
    }

    RequirementListener(String directory) {
        this.directory = directory;
    }

    @Override
    public synchronized void testStarted(Description test) {
        idsOf(test);
        outcomes.put(test, Outcome.PASSED);
    }

    @Override
    public synchronized void testFailure(Failure failure) {
        outcomes.put(failure.getDescription(), Outcome.FAILED);
    }

    @Override
    public synchronized void testAssumptionFailure(Failure failure) {
        outcomes.put(failure.getDescription(), Outcome.SKIPPED);
    }

    @Override
    public synchronized void testIgnored(Description test) {
        outcomes.put(test, Outcome.SKIPPED);
    }

    @Override
    public synchronized void testFinished(Description test) {
        Outcome outcome = outcomes.remove(test);
        if (directory == null || outcome == null) {
            return;
        }
        List<String> lines = idsOf(test).stream()
            .map(id -> String.join("\t", id, outcome.name(), test.getDisplayName())).toList();
        if (!lines.isEmpty()) {
            append(Path.of(directory, test.getClassName() + ".tsv"), lines);
        }
    }

    private static Set<String> idsOf(Description test) {
        Set<String> ids = new LinkedHashSet<>();
        Requirement onMethod = test.getAnnotation(Requirement.class);
        if (onMethod != null) {
            ids.addAll(List.of(onMethod.value()));
        }
        Class<?> type = test.getTestClass();
        if (type != null && type.isAnnotationPresent(Requirement.class)) {
            ids.addAll(List.of(type.getAnnotation(Requirement.class).value()));
        }
        if (!KNOWN.containsAll(ids)) {
            ids.removeAll(KNOWN);
            throw new IllegalStateException(test.getDisplayName() + " names rows that the catalogue does not know: " + ids);
        }
        return ids;
    }

    private static void append(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private enum Outcome { PASSED, FAILED, SKIPPED }
}
