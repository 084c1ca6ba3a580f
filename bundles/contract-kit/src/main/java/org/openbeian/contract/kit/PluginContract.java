package org.openbeian.contract.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.openbeian.core.rules.RuleFile;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFileProblem;
import org.openbeian.core.rules.RuleFiles;

/** Holds one plugin module against the contract; each method answers what is wrong, nothing when all is well. */
final class PluginContract {

    /** What plugins build on; Camel, with Jakarta Mail, is for channels. All else would tie them to the inside of a server. */
    private static final List<String> ALLOWED = List.of("org.openbeian.api.", "org.osgi.", "org.slf4j", "org.apache.camel",
        "jakarta.mail", "org.eclipse.angus.mail.smtp", "javax.", "org.w3c.dom", "org.xml.sax");

    private final Path module;
    private final Path classes;

    PluginContract(Path module) {
        this.module = module;
        this.classes = module.resolve("target").resolve("classes");
    }

    List<String> imports() {
        Attributes manifest = manifest();
        List<String> wrong = new ArrayList<>();
        for (String clause : ImportClauses.of(manifest.getValue("Import-Package"))) {
            String name = ImportClauses.packageOf(clause);
            if (ALLOWED.stream().noneMatch(name::startsWith)) {
                wrong.add("imports " + name + "; a plugin imports org.openbeian.api.* only");
            }
            if (clause.contains("resolution:=optional") || clause.contains("resolution:=\"optional\"")) {
                wrong.add("imports " + name + " optionally: installing it later would refresh the plugin");
            }
        }
        if (manifest.getValue("DynamicImport-Package") != null) {
            wrong.add("has a DynamicImport-Package");
        }
        return wrong;
    }

    List<String> exports() {
        String exports = manifest().getValue("Export-Package");
        return exports == null ? List.of() : List.of("exports " + exports + "; a plugin exports nothing");
    }

    List<String> rules() {
        List<String> wrong = new ArrayList<>();
        List<Path> files = ruleFiles();
        if (files.size() > 1) {
            wrong.add("holds " + files.size() + " rule files; expected one");
        }
        for (Path file : files) {
            if (!file.getFileName().toString().endsWith(RuleFiles.SUFFIX)) {
                wrong.add(file.getFileName() + ": expected a name that ends with " + RuleFiles.SUFFIX);
                continue;
            }
            wrong.addAll(mistakes(file));
        }
        return wrong;
    }

    List<String> extender() {
        String required = manifest().getValue("Require-Capability");
        boolean asked = required != null && required.contains("openbeian.rules");
        return ruleFiles().isEmpty() || asked ? List.of()
            : List.of("holds a rule file but does not require the capability osgi.extender openbeian.rules");
    }

    List<String> readme() {
        return Files.isRegularFile(module.resolve("README.md")) ? List.of()
            : List.of("has no README.md that tells an operator what it does");
    }

    /** Calls its services as the server may call them. */
    List<String> services() {
        return SpiContract.check(classes);
    }

    /** Holds the README's table of facts against the rule file; both may be missing. */
    List<String> facts() {
        List<Path> files = ruleFiles();
        Path readme = module.resolve("README.md");
        if (files.size() != 1 || !Files.isRegularFile(readme) || !Rules.isThere("national")) {
            return List.of();
        }
        try {
            RuleFile file = RuleFiles.read(Files.readString(files.get(0)), "under-test", "0.0.0");
            RuleFile national = Rules.file("national");
            List<String> wrong = new ArrayList<>(FactTable.check(Files.readString(readme), file, national));
            file.changesOfNothing(national).forEach(id -> wrong.add("replaces or changes " + id + ", which is no national rule"));
            return wrong;
        } catch (RuleFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> mistakes(Path file) {
        try {
            RuleFiles.read(Files.readString(file), "under-test", "0.0.0");
            return List.of();
        } catch (RuleFileException e) {
            return e.problems().stream().map(RuleFileProblem::toString).map(p -> file.getFileName() + ", " + p).toList();
        } catch (MalformedInputException e) {
            return List.of(file.getFileName() + " is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> ruleFiles() {
        Path folder = classes.resolve(RuleFiles.FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Attributes manifest() {
        try (InputStream in = Files.newInputStream(classes.resolve("META-INF").resolve("MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException("The module has no manifest in target/classes; is bnd part of its build?", e);
        }
    }
}
