package org.openbeian.guidance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeian.api.guidance.HelpText;
import org.openbeian.api.guidance.HelpText.Kind;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.core.json.ModelJson;

/** The texts of {@code help.json} and how they are found. Immutable. */
final class HelpCatalogue {

    private static final ObjectMapper JSON = ModelJson.mapper();
    private static final String ROOT = "/application";

    private final List<Entry> entries;

    /**
     * The file.
     *
     * @param version version of all its texts
     * @param texts the texts
     */
    record File(String version, List<Entry> texts) {
    }

    /**
     * A text as written.
     *
     * @param id id
     * @param kind what it is
     * @param source row of the catalogue of requirements
     * @param title question, topic or term
     * @param text explanation
     * @param about what it belongs to
     * @param figures whether times are shown beside it
     */
    record Entry(String id, Kind kind, String source, LocalizedText title, LocalizedText text, List<String> about, Boolean figures) {
    }

    private final String version;

    private HelpCatalogue(File file) {
        this.version = file.version();
        this.entries = List.copyOf(file.texts());
    }

    /** The catalogue of this bundle. */
    static HelpCatalogue own() {
        try (InputStream in = HelpCatalogue.class.getResourceAsStream("help.json")) {
            return new HelpCatalogue(JSON.readValue(in, File.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the texts of the help cannot be read", e);
        }
    }

    /** All texts, without links and figures. */
    List<HelpText> all() {
        return entries.stream().map(this::text).toList();
    }

    Optional<HelpText> get(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst().map(this::text);
    }

    boolean isTopic(String id) {
        return entries.stream().anyMatch(entry -> entry.kind() == Kind.TOPIC && entry.id().equals(id));
    }

    boolean hasFigures(String id) {
        return entries.stream().anyMatch(entry -> entry.id().equals(id) && Boolean.TRUE.equals(entry.figures()));
    }

    private HelpText text(Entry entry) {
        return new HelpText(entry.id(), version, entry.kind(), entry.title(), entry.text(), entry.about(), entry.source(), null, List.of());
    }

    /** Texts that fit, the closest first, otherwise in the order of the file. */
    List<HelpText> find(Kind kind, String about, String words) {
        Map<String, Integer> closeness = new HashMap<>();
        String place = about == null ? null : place(about);
        entries.forEach(entry -> closeness.put(entry.id(), place == null ? 1 : closeness(entry, place)));
        return entries.stream().filter(entry -> kind == null || entry.kind() == kind).filter(entry -> closeness.get(entry.id()) > 0)
            .filter(entry -> words == null || has(entry, words))
            .sorted(Comparator.comparing((Entry entry) -> closeness.get(entry.id())).reversed()).map(this::text).toList();
    }

    /** How much of a place the nearest pattern of an entry names; 0 when none fits. */
    private static int closeness(Entry entry, String place) {
        return Stream.concat(Stream.of(entry.id()), entry.about().stream()).mapToInt(pattern -> fits(pattern, place) ? pattern.length() : 0)
            .max().orElse(0);
    }

    private static boolean fits(String pattern, String place) {
        if (pattern.startsWith("/")) {
            return place.equals(pattern) || place.startsWith(pattern + "/");
        }
        return pattern.endsWith("*") ? place.startsWith(pattern.substring(0, pattern.length() - 1)) : place.equals(pattern);
    }

    /** The place in the form of the patterns: a pointer into the application, with stars for indices. */
    private static String place(String about) {
        if (!about.startsWith("/")) {
            return about;
        }
        String pointer = about.startsWith(ROOT + "/") ? about.substring(ROOT.length()) : about;
        return pointer.replaceAll("/\\d+(?=/|$)", "/*");
    }

    private static boolean has(Entry entry, String words) {
        String all = String.join(" ", entry.title().zh(), entry.title().en(), entry.text().zh(), entry.text().en(), entry.id())
            .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
    }
}
