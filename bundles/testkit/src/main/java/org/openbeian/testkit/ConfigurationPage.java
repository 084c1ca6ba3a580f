package org.openbeian.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Writes the reference of all configuration of our bundles from the metatype descriptions in them, as Markdown. Call with
 * the directory of the bundles and the file to write.
 */
public final class ConfigurationPage {

    private final SortedMap<String, String> sections = new TreeMap<>();

    ConfigurationPage() {
    }

    /** Writes the page. */
    public static void main(String[] args) throws IOException {
        ConfigurationPage page = new ConfigurationPage();
        page.scan(Path.of(args[0]));
        Files.writeString(Path.of(args[1]), page.render());
    }

    /** Reads all jars below a directory. */
    void scan(Path bundles) throws IOException {
        try (Stream<Path> files = Files.walk(bundles)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".jar")).sorted()::iterator) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    for (JarEntry entry : jar.stream().filter(e -> e.getName().matches("OSGI-INF/metatype/.*\\.xml")).toList()) {
                        read(jar.getInputStream(entry));
                    }
                }
            }
        }
    }

    private void read(InputStream metatype) throws IOException {
        Document document;
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(metatype);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
        Map<String, Element> classes = new TreeMap<>();
        elements(document.getDocumentElement(), "OCD").forEach(ocd -> classes.put(ocd.getAttribute("id"), ocd));
        for (Element designate : elements(document.getDocumentElement(), "Designate")) {
            String factory = designate.getAttribute("factoryPid");
            String file = factory.isEmpty() ? designate.getAttribute("pid") + ".cfg" : factory + "-NAME.cfg";
            sections.put(file, section(classes.get(elements(designate, "Object").get(0).getAttribute("ocdref")),
                factory.isEmpty() ? "" : "One file for each; NAME is yours to choose.\n\n"));
        }
    }

    private static String section(Element ocd, String note) {
        StringBuilder text = new StringBuilder(ocd.getAttribute("name") + ". " + ocd.getAttribute("description") + "\n\n" + note
            + "| key | type | default | allowed | meaning |\n|---|---|---|---|---|\n");
        for (Element attribute : elements(ocd, "AD")) {
            String value = attribute.hasAttribute("default") ? cell(attribute.getAttribute("default"))
                : "false".equals(attribute.getAttribute("required")) ? "" : "(required)";
            text.append("| ").append(attribute.getAttribute("id")).append(" | ").append(attribute.getAttribute("type"))
                .append(" | ").append(value).append(" | ").append(allowed(attribute)).append(" | ")
                .append(cell(attribute.getAttribute("description"))).append(" |\n");
        }
        return text.toString();
    }

    private static String allowed(Element attribute) {
        List<String> options = elements(attribute, "Option").stream().map(o -> o.getAttribute("value")).toList();
        String min = attribute.getAttribute("min");
        String max = attribute.getAttribute("max");
        return !options.isEmpty() ? String.join(", ", options) : min.isEmpty() && max.isEmpty() ? "" : min + " to " + max;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** The page. */
    String render() {
        StringBuilder text = new StringBuilder("# Configuration\n\nWritten by the build. Each heading is a file in `etc/`; a change"
            + " takes effect within a second.\n");
        sections.forEach((file, section) -> text.append("\n## ").append(file).append("\n\n").append(section));
        return text.toString();
    }
}
