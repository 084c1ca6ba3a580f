package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The distribution as it is shipped: everything is up, nothing that belongs to tests is, and the log is clean. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BootIT {

    @Inject
    private BundleContext context;
    @Inject
    private FeaturesService features;
    @Inject
    private ServiceComponentRuntime components;

    @Configuration
    public Option[] distribution() {
        return Distribution.with();
    }

    @Before
    public void ready() throws Exception {
        Distribution.await("readiness", 60_000, () -> status("/health/ready") == 200);
    }

    @Test
    public void everyBundleIsUp() {
        List<String> down = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
            boolean lazy = bundle.getState() == Bundle.STARTING
                && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
            if (!fragment && !lazy && bundle.getState() != Bundle.ACTIVE) {
                down.add(bundle.toString());
            }
        }
        assertEquals(List.of(), down);
    }

    @Test
    public void noComponentOfOursStaysUnsatisfied() throws Exception {
        assertTrue("the distribution is empty", ours().count() > 10);
        Distribution.await("every component", 20_000, () -> unsatisfied().isEmpty() || tell(unsatisfied()));
    }

    private static boolean tell(List<String> unsatisfied) {
        System.out.println("not there yet: " + unsatisfied);
        return false;
    }

    private List<String> unsatisfied() {
        List<String> unsatisfied = new ArrayList<>();
        for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs(ours().toArray(Bundle[]::new))) {
            for (ComponentConfigurationDTO found : components.getComponentConfigurationDTOs(description)) {
                if (found.state != ComponentConfigurationDTO.SATISFIED && found.state != ComponentConfigurationDTO.ACTIVE) {
                    unsatisfied.add(description.name + " state " + found.state + " " + found.failure + " "
                        + Arrays.stream(found.unsatisfiedReferences).map(r -> r.name).toList());
                }
            }
        }
        return unsatisfied;
    }

    @Test
    public void noSimulatorRunsInTheShippedConfiguration() throws Exception {
        assertTrue("the simulator is to be installable without a network",
            features.getFeature("openbeian-authority-simulator") != null);
        assertEquals(List.of(), ours().filter(b -> b.getSymbolicName().contains("simulator")).toList());
    }

    @Test
    public void theLogTellsOfNoTrouble() throws Exception {
        try (Stream<String> lines = Files.lines(Path.of(System.getProperty("karaf.log"), "karaf.log"))) {
            assertEquals(List.of(), lines.filter(l -> l.contains("| ERROR ") && !KarafLog.isHarmless(l)
                || l.contains("| WARN ") && l.contains("org.openbeian")).toList());
        }
    }

    private Stream<Bundle> ours() {
        return Arrays.stream(context.getBundles()).filter(b -> b.getSymbolicName().startsWith("org.openbeian."));
    }

    private static int status(String path) throws InterruptedException {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(Distribution.base() + path)).build(),
                BodyHandlers.discarding()).statusCode();
        } catch (java.io.IOException notYet) {
            return 0;
        }
    }
}
