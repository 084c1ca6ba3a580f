package org.openbeian.provider;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.provider.ProviderStatus.State;
import org.openbeian.testkit.Requirement;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;

/** Profiles that come, change, break and go with their bundles, in a real framework. */
public class ProviderBookTest {

    private static final String CORE = "org.openbeian.core";
    private static final String FIRST = """
        id: %s
        version: "%s"
        name: {zh: 甲云, en: Cloud A}
        settings:
          - {pid: org.openbeian.core, key: call.attempts, value: 3}
          - {pid: org.openbeian.core, key: call.number, value: 010-1}
          - {pid: org.openbeian.butler, key: prices, value: [icp.first=1.00, psb=2.00]}
        """;

    /** Storage of the framework. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeConfigurations configurations = new FakeConfigurations();
    private Framework framework;
    private ProviderBook book;

    @Before
    public void start() throws Exception {
        framework = new org.apache.felix.framework.FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE,
            folder.newFolder().toString(), Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
            "osgi.extender;osgi.extender=openbeian.provider;version:Version=\"1.0\""));
        framework.start();
        book = new ProviderBook(framework.getBundleContext(), configurations.admin(), chosen("a"));
    }

    @After
    public void stop() throws Exception {
        book.stop();
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    @Requirement({"E-01", "A-98"})
    public void aProfileComesInForceWithItsSettingsAndLeavesThemWhileItIsAwayForAMoment() throws Exception {
        assertEquals(State.MISSING, book.status().state());
        assertEquals("provider-profile-missing", assertThrows(Refusal.class, book::inForce).code());
        Bundle bundle = install("one", FIRST.formatted("a", "1"));
        assertEquals("甲云", book.inForce().orElseThrow().name().zh());
        assertEquals("{call.attempts=3, call.number=010-1}", configurations.values(CORE).toString());
        assertEquals("{prices=icp.first=1.00,psb=2.00}", configurations.values("org.openbeian.butler").toString());
        int writes = configurations.writes;
        bundle.stop();
        assertEquals(State.MISSING, book.status().state());
        bundle.start();
        assertEquals("nothing was taken back or written again", writes, configurations.writes);
        book.modified(chosen(""));
        assertTrue(book.inForce().isEmpty());
        assertEquals("taken back", Map.of(), configurations.stored);
    }

    @Test
    public void whatTheOperatorSetHimselfComesFirstAndStays() throws Exception {
        configurations.stored.put(CORE, new HashMap<>(Map.of("call.number", "0755-9")));
        install("one", FIRST.formatted("a", "1"));
        assertEquals("{call.attempts=3, call.number=0755-9}", configurations.values(CORE).toString());
        assertEquals(List.of("org.openbeian.core call.number"), book.status().overridden());
        configurations.stored.get(CORE).put("call.attempts", "7");
        book.modified(chosen("b"));
        install("two", FIRST.formatted("b", "1").replace("value: 3", "value: 4"));
        assertEquals("his since he changed it", "7", configurations.values(CORE).get("call.attempts"));
        book.modified(chosen(""));
        assertEquals("{call.attempts=7, call.number=0755-9}", configurations.values(CORE).toString());
    }

    @Test
    public void aFileOfTheOperatorThatReplacesAConfigurationIsFilledUpAgain() throws Exception {
        install("one", FIRST.formatted("a", "1"));
        configurations.stored.put(CORE, new HashMap<>(Map.of("call.days", "9")));
        book.configurationEvent(new ConfigurationEvent(framework.getBundleContext().registerService(ConfigurationAdmin.class,
            configurations.admin(), null).getReference(), ConfigurationEvent.CM_UPDATED, null, CORE));
        assertEquals("{call.attempts=3, call.days=9, call.number=010-1}", configurations.values(CORE).toString());
    }

    @Test
    public void ofOneIdTheNewerVersionWithoutMistakesCounts() throws Exception {
        install("one", FIRST.formatted("a", "1.10"));
        Bundle newer = install("two", FIRST.formatted("a", "1.9").replace("value: 3", "value: 4"));
        assertEquals("3", configurations.values(CORE).get("call.attempts"));
        newer.update(jar("two", FIRST.formatted("a", "2").replace("value: 3", "value: 5")));
        assertEquals("5", configurations.values(CORE).get("call.attempts"));
        newer.update(jar("two", FIRST.formatted("a", "3").replace("name:", "nome:")));
        assertEquals("the one before serves", "3", configurations.values(CORE).get("call.attempts"));
        assertEquals(2, book.status().offers().size());
    }

    @Test
    public void everythingThatIsWrongIsSaidAtOnce() throws Exception {
        install("one", """
            id: a
            version: one
            name: {zh: 甲云}
            contacts: [{kind: PHONE, value: "call us", purpose: {zh: 电话, en: phone}}]
            texts:
              - {id: terms, version: "1", title: {zh: 条款, en: Terms}, body: {zh: 条, en: ""}}
              - {id: rules, version: "1", title: {zh: 条款, en: Terms}, body: {zh: 条, en: t}}
            stages: [{stage: opening, purpose: {zh: 甲, en: a}}]
            settings:
              - {pid: com.example, key: a, value: 1}
              - {pid: org.openbeian.provider, key: profile, value: b}
              - {pid: org.openbeian.regulator.gateway, key: password, value: b}
              - {pid: org.openbeian.core, key: call.number, value: "1 | 2"}
              - {pid: org.openbeian.core, key: call.number, value: "1"}
            """);
        assertEquals(State.REFUSED, book.status().state());
        List<String> problems = book.status().offers().get(0).problems();
        assertEquals(problems.toString(), 11, problems.size());
        assertThrows(Refusal.class, book::inForce);
        assertEquals(Map.of(), configurations.stored);
    }

    @Test
    public void whatIsNoProfileIsRefusedWithItsPlace() throws Exception {
        install("one", "id: a\nversion: \"1\"\nphone: 1\n");
        List<String> problems = book.status().offers().get(0).problems();
        assertTrue(problems.toString(), problems.get(0).startsWith("phone: unknown key"));
        assertTrue(ProfileFile.read("contacts: [{kind: FAX}]".getBytes(StandardCharsets.UTF_8)).problems().get(0)
            .startsWith("contacts[0].kind: "));
        assertTrue(ProfileFile.read("id: 'a".getBytes(StandardCharsets.UTF_8)).problems().get(0).startsWith("line "));
        assertEquals("by the name of the file", "0", book.status().offers().get(0).id());
        install("two", "");
        install("three", "x".repeat(ProfileFile.LARGEST + 1));
        assertEquals(List.of(1, 1, 1), book.status().offers().stream().map(one -> one.problems().size()).toList());
    }

    @Test
    public void aFileInTheDeployFolderBecomesABundle() throws Exception {
        File file = folder.newFile("甲.provider.yaml");
        Files.writeString(file.toPath(), FIRST.formatted("a", "1"));
        ProfileFileTransformer transformer = new ProfileFileTransformer();
        assertTrue(transformer.canHandle(file));
        try (InputStream in = new FileInputStream(transformer.transform(file, folder.newFolder()))) {
            framework.getBundleContext().installBundle("dropped", in).start();
        }
        assertEquals(State.IN_FORCE, book.status().state());
    }

    private Bundle install(String name, String text) throws Exception {
        Bundle bundle = framework.getBundleContext().installBundle(name, jar(name, text));
        bundle.start();
        return bundle;
    }

    private static InputStream jar(String name, String text) throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry(ProfileFile.FOLDER + "/0" + ProfileFile.SUFFIX));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static ProviderConfig chosen(String id) {
        return new ProviderConfig() {
            @Override
            public String profile() {
                return id;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ProviderConfig.class;
            }
        };
    }
}
