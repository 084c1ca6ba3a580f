package org.openbeian.core.message;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.testkit.Requirement;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** Texts of an operator's bundles above ours. */
@Requirement({"W-07", "A-108"})
public class TemplatesComponentTest extends MessageFixture {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private long bundles;

    private Bundle bundle(String name, String version, String yaml) throws IOException {
        File file = folder.newFile(++bundles + ".yaml");
        Files.writeString(file.toPath(), yaml);
        URL url = file.toURI().toURL();
        long id = bundles;
        return (Bundle) Proxy.newProxyInstance(Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getSymbolicName" -> name;
                case "getVersion" -> new Version(version);
                case "getBundleId" -> id;
                case "findEntries" -> Collections.enumeration(List.of(url));
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> throw new AssertionError(method);
            });
    }

    private static String text(String body) {
        return "version: \"2\"\nmessages:\n  received:\n    zh-CN:\n      sms: \"" + body + "\"\n";
    }

    private String sms() {
        store(FootersTest.approved("x"));
        return sent(effect("received", "sms")).text().zh();
    }

    @Test
    public void theHigherVersionThenTheLaterBundleCountsAndWhenTheyLeaveOursIsBack() throws IOException {
        String ours = sms();
        Bundle first = bundle("op", "1.0.0", text("甲 {domain}"));
        Bundle higher = bundle("op", "2.0.0", text("乙 {domain}"));
        Bundle later = bundle("other", "1.0.0", text("丙 {domain}"));
        List<TemplateFile> ofFirst = templates.addingBundle(first, null);
        assertEquals("甲 example.com", sms());
        List<TemplateFile> ofHigher = templates.addingBundle(higher, null);
        List<TemplateFile> ofLater = templates.addingBundle(later, null);
        assertEquals("乙 example.com", sms());
        assertEquals("op/2.0.0", templates.preview("received", "sms", "zh-CN").source());
        templates.removedBundle(higher, null, ofHigher);
        assertEquals("丙 example.com", sms());
        templates.removedBundle(later, null, ofLater);
        assertEquals("甲 example.com", sms());
        templates.removedBundle(first, null, ofFirst);
        assertEquals(ours, sms());
    }

    @Test
    public void aFileWithAMistakeOrTooLongIsRefusedAsAWholeAndSaidSo() throws IOException {
        String ours = sms();
        templates.addingBundle(bundle("op", "1.0.0", text("甲 {order_id}")), null);
        templates.addingBundle(bundle("op", "2.0.0", text("乙") + "#" + "x".repeat(1_000_000)), null);
        assertEquals(ours, sms());
        List<String> refused = templates.templates().stream().filter(template -> template.refused() != null)
            .map(template -> template.source() + " " + template.refused()).toList();
        assertEquals(2, refused.size());
        assertTrue(refused.toString(), refused.get(0).startsWith("op/2.0.0") && refused.get(0).contains("longer than 1000000 bytes"));
        assertTrue(refused.toString(), refused.get(1).contains("received, zh-CN, sms: there is no variable {order_id}"));
    }
}
