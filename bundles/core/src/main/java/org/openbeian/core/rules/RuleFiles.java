package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleTrials;

/**
 * Reads rule files. Everything is checked: unknown keys, facts, operators, missing sources, missing or failing examples.
 * Thread-safe.
 */
public final class RuleFiles {

    /** Ending of the name of a rule file. */
    public static final String SUFFIX = ".province.yaml";

    /** Folder in a bundle that holds its one rule file. */
    public static final String FOLDER = "OB-INF/rules";

    /** Longest rule file, in characters. */
    public static final int MAX_CHARACTERS = YamlText.MAX_CHARACTERS;

    private static final String[] KEYS = {"format", "province", "name", "authority", "prefix", "version", "date",
        "coverage", "review", "footer", "typesOff", "interface", "types", "sources", "lists", "national", "materials",
        "fields", "limits", "rules", "notes", "readings", "unknown"};
    private static final String[] LIST_FILE_KEYS = {"format", "listsOf", "version", "date", "source", "sources", "lists"};

    private final List<RuleFileProblem> problems = new ArrayList<>();
    private final Names names = new Names();
    private final Origin origin;
    private final Map<String, List<String>> otherLists;

    private RuleFiles(Origin origin, Map<String, List<String>> otherLists) {
        this.origin = origin;
        this.otherLists = otherLists;
    }

    /**
     * Reads a rule file, compiles its rules and runs their examples.
     *
     * @param text the file
     * @param bundle symbolic name of the bundle that brings it, for findings
     * @param bundleVersion version of that bundle
     * @throws RuleFileException when anything in it is wrong
     */
    public static RuleFile read(String text, String bundle, String bundleVersion) throws RuleFileException {
        return read(text, bundle, bundleVersion, Map.of());
    }

    /**
     * Reads a rule file with other words in some of its lists.
     *
     * @param lists words by name of a list of the file
     */
    static RuleFile read(String text, String bundle, String bundleVersion, Map<String, List<String>> lists)
            throws RuleFileException {
        return new RuleFiles(new Origin(bundle, bundleVersion), lists).read(text);
    }

    /**
     * A rule book of these files and no Java plugins, to try rules without a server. One file per province.
     *
     * @param files with the national file among them; without it nothing is served
     */
    public static RuleBook book(Collection<RuleFile> files) {
        Map<String, RuleFile> provinces = new HashMap<>();
        files.forEach(file -> provinces.put(file.provinceId(), file));
        RuleFile national = provinces.remove(Header.NATIONAL);
        return new Snapshot(national, provinces, List.of(), PluginJudge.NONE);
    }

    /** Checks a file and runs its examples. */
    public static RuleTrials.Report check(String text) {
        String province = peek(text, "province").or(() -> peek(text, "listsOf")).orElse(null);
        String version = peek(text, "version").orElse(null);
        try {
            RuleFile file = read(text, "checked", "0.0.0");
            return new RuleTrials.Report(province, version, file.rules().size(), Examples.count(YamlText.read(text)), List.of());
        } catch (RuleFileException e) {
            return new RuleTrials.Report(province, version, 0, 0, e.problems().stream()
                .map(problem -> new RuleTrials.Problem(problem.line(), problem.column(), problem.message())).toList());
        }
    }

    /** The value of a key at the top of a file that may be full of mistakes, such as {@code version}. */
    public static Optional<String> peek(String text, String key) {
        try {
            return YamlText.read(text).values().get(key) instanceof YamlNode.Scalar scalar
                ? Optional.of(scalar.text()) : Optional.empty();
        } catch (Mistake e) {
            return Optional.empty();
        }
    }

    private RuleFile read(String text) throws RuleFileException {
        RuleFile result = null;
        try {
            YamlNode.Keys keys = YamlText.read(text);
            result = keys.values().containsKey("listsOf") ? lists(Section.of(keys, "a file of lists", LIST_FILE_KEYS))
                : read(Section.of(keys, "the file", KEYS));
        } catch (Mistake e) {
            problems.add(e.problem());
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(RuleFileProblem::line).thenComparingInt(RuleFileProblem::column));
            throw new RuleFileException(problems);
        }
        return result;
    }

    private RuleFile lists(Section file) {
        Header header = Header.lists(file);
        Sources.read(file).read(file, "source");
        Map<String, List<String>> lists = readLists(file);
        if (lists.isEmpty()) {
            throw new Mistake(file.node(), "the file lacks \"lists\"");
        }
        return new RuleFile(origin, header, new RuleFile.Parts(List.of(), List.of(), List.of(), List.of(), lists, Remarks.NONE,
            List.of()));
    }

    private RuleFile read(Section file) {
        Sources sources = Sources.read(file);
        Header header = Header.read(file, sources);
        if (header.province().equals(Header.NATIONAL)) {
            header.requireComplete(file);
        }
        Map<String, List<String>> lists = new HashMap<>(readLists(file));
        lists.replaceAll(otherLists::getOrDefault);
        otherLists.keySet().stream().filter(name -> !lists.containsKey(name)).findFirst().ifPresent(name -> {
            throw new Mistake(file.node(), "no list \"" + name + "\" is here; expected one of " + lists.keySet());
        });
        lists.forEach(names::addList);
        FieldReader fieldReader = new FieldReader(names, sources, origin, header.defaultTypes());
        List<Rule> rules = new ArrayList<>();
        List<FieldRule> fields = new ArrayList<>();
        Map<String, YamlNode> ids = new HashMap<>();
        each(file, "fields", node -> {
            FieldRule field = fieldReader.field(node);
            fields.add(field);
            rules.addAll(fieldReader.rules(field, node));
        });
        each(file, "limits", node -> add(fieldReader.limit(node), node, rules, ids));
        RuleReader reader = new RuleReader(names, sources, origin, header.defaultTypes(), new Examples(header.date()));
        each(file, "rules", node -> add(reader.rule(node), node, rules, ids));
        refuseReplacing(file, header, rules, ids);
        List<MaterialRule> materials = new ArrayList<>();
        ConditionReader conditions = new ConditionReader(names);
        each(file, "materials", node -> materials.add(
            MaterialRule.read(node, conditions, sources, origin, header.defaultTypes())));
        List<NationalChange> changes = new ArrayList<>();
        each(file, "national", node -> changes.add(NationalChange.read(node, sources, header.defaultTypes())));
        Remarks remarks = Remarks.read((key, read) -> each(file, key, read), conditions, sources, header.defaultTypes());
        return new RuleFile(origin, header, new RuleFile.Parts(rules, materials, fields, changes, lists, remarks,
            sources.laws(header.version())));
    }

    private static Map<String, List<String>> readLists(Section file) {
        Map<String, List<String>> lists = new HashMap<>();
        file.find("lists").ifPresent(node -> Section.open(node, "lists").all().forEach(
            (name, list) -> lists.put(name, Section.textsOf(Section.itemsOf(list, name), name))));
        return lists;
    }

    private void each(Section file, String key, Consumer<YamlNode> read) {
        for (YamlNode node : file.items(key)) {
            try {
                read.accept(node);
            } catch (Mistake e) {
                problems.add(e.problem());
            }
        }
    }

    private static void add(Rule rule, YamlNode node, List<Rule> rules, Map<String, YamlNode> ids) {
        if (ids.putIfAbsent(rule.id(), node) != null) {
            throw new Mistake(node, "id " + rule.id() + " is there twice");
        }
        rules.add(rule);
    }

    /** Only a rule of a province stands in for another, and that is one of the nation: so there are no circles. */
    private static void refuseReplacing(Section file, Header header, List<Rule> rules, Map<String, YamlNode> ids) {
        for (Rule rule : rules) {
            YamlNode place = ids.getOrDefault(rule.id(), file.node());
            if (!rule.replaces().isEmpty() && header.province().equals(Header.NATIONAL)) {
                throw new Mistake(place, "national rule " + rule.id() + " replaces a rule; only a province's may");
            }
            rule.replaces().stream().filter(ids::containsKey).findFirst().ifPresent(id -> {
                throw new Mistake(place, "rule " + rule.id() + " replaces " + id
                    + ", which is a rule of this file; expected ids of national rules");
            });
        }
        if (header.province().equals(Header.NATIONAL)) {
            file.find("national").ifPresent(node -> {
                throw new Mistake(node, "only a province changes national rules");
            });
        }
    }
}
