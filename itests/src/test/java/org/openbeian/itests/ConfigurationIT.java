package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.ServerProcess;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The configuration of our bundles as shipped: what a component reads is described, and the description is complete. */
public class ConfigurationIT {

    /** Only the operator knows them: whom to connect to, as whom. */
    private static final Set<String> WITHOUT_DEFAULT = Set.of("EndpointSettings address", "GatewayConfiguration authority",
        "GatewayConfiguration address", "GatewayConfiguration isp.id", "GatewayConfiguration user.name", "EmailConfig host",
        "EmailConfig from");
    private static final TreeMap<String, String> USED = new TreeMap<>();
    private static final TreeSet<String> DESCRIBED = new TreeSet<>();
    private static final TreeSet<String> SINGLE = new TreeSet<>();
    private static final List<String> INCOMPLETE = new ArrayList<>();
    private static String page;

    @BeforeClass
    public static void read() throws IOException, ParserConfigurationException, SAXException {
        Path unpacked = Path.of("target", "servers", "configuration");
        TestServer.delete(unpacked);
        Path home = ServerProcess.prepare(TestServer.archive(), unpacked).home();
        page = Files.readString(home.resolve("configuration.md"));
        try (Stream<Path> files = Files.walk(home.resolve("system/org/openbeian"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                read(file);
            }
        }
    }

    private static void read(Path file) throws IOException, ParserConfigurationException, SAXException {
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().filter(one -> one.getName().matches("OSGI-INF/.*\\.xml")).toList()) {
                Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(jar.getInputStream(entry));
                Element root = xml.getDocumentElement();
                if (root.hasAttribute("configuration-pid")) {
                    USED.put(root.getAttribute("configuration-pid"), root.getAttribute("name"));
                }
                elements(root, "Designate").forEach(one -> {
                    DESCRIBED.add(one.getAttribute("pid") + one.getAttribute("factoryPid"));
                    SINGLE.add(one.getAttribute("pid"));
                });
                elements(root, "OCD").forEach(ConfigurationIT::judge);
            }
        }
    }

    private static void judge(Element ocd) {
        boolean described = !ocd.getAttribute("description").isBlank();
        if (!described) {
            INCOMPLETE.add(ocd.getAttribute("id") + " has no description");
        }
        for (Element property : elements(ocd, "AD")) {
            String name = ocd.getAttribute("id") + " " + property.getAttribute("id");
            if (property.getAttribute("description").isBlank()) {
                INCOMPLETE.add(name + " has no description");
            }
            if (!property.hasAttribute("default") && !"false".equals(property.getAttribute("required"))
                && !"Password".equals(property.getAttribute("type"))
                && !WITHOUT_DEFAULT.contains(name.substring(name.lastIndexOf('.', name.indexOf(' ')) + 1))) {
                INCOMPLETE.add(name + " has no default");
            }
        }
    }

    private static List<Element> elements(Element root, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = root.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    @Test
    public void everyPidThatAComponentReadsIsDescribed() {
        assertTrue("the check sees configurations", USED.size() > 3);
        USED.keySet().removeAll(DESCRIBED);
        assertEquals("{}", USED.toString());
    }

    /** What stands before the hyphen would be taken for a factory, and the file for one of its instances. */
    @Test
    public void noFileOfASingleConfigurationHasAHyphenInItsName() {
        assertTrue("the check sees names", SINGLE.size() > 10);
        assertEquals(List.of(), SINGLE.stream().filter(pid -> pid.contains("-")).toList());
    }

    @Test
    public void everyDescriptionIsComplete() {
        assertEquals(List.of(), INCOMPLETE);
    }

    @Test
    public void theReferencePageNamesEveryPid() {
        assertTrue(DESCRIBED.contains("org.openbeian.operations"));
        assertEquals(List.of(), DESCRIBED.stream().filter(pid -> !page.contains(pid)).toList());
    }
}
