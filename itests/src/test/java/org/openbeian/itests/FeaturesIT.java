package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Each feature of ours alone, in a container that starts without any: its bundles resolve and start, its components become
 * active, and when it is removed no bundle and no thread stays behind. Class loaders of others (CXF, Camel, drivers) go later or
 * not at all, and twenty whole servers in one process are more than the shipped heap holds: it is larger here.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FeaturesIT {

    private static final long PATIENCE_MILLIS = 30_000;

    @Inject
    private BundleContext context;
    @Inject
    private FeaturesService features;

    @Configuration
    public Option[] containerWithoutAnyFeatureOfOurs() {
        return Distribution.with(new VMOption("-Xmx1g"), // comes after the shipped limit; see the class comment
            editConfigurationFilePut("etc/org.apache.karaf.features.cfg", "featuresBoot",
                "bundle,config,deployer,feature,jaas,log,management,scr,service,shell,ssh,system,exam"));
    }

    @Test
    public void eachFeatureComesAloneAndGoesWithoutATrace() throws Exception {
        Map<String, String> broken = new LinkedHashMap<>();
        List<String> names = Arrays.stream(features.listFeatures()).map(Feature::getName)
            .filter(name -> name.startsWith("openbeian-")).filter(FeaturesIT::standsForItself).sorted().toList();
        assertTrue("the container has our features: " + names, names.size() > 15);
        for (String name : names) {
            String trouble = comeAndGo(name);
            System.out.println(name + ": " + (trouble.isEmpty() ? "came and went" : trouble));
            if (!trouble.isEmpty()) {
                broken.put(name, trouble);
            }
        }
        assertEquals(Map.of(), broken);
    }

    /** Provinces are data of one shape: one of them, and all together, stand for the rest. */
    private static boolean standsForItself(String name) {
        return !name.startsWith("openbeian-province-") || Set.of("openbeian-province-national", "openbeian-province-gansu").contains(name);
    }

    /** Installs and removes one feature; returns what is wrong, or nothing. */
    private String comeAndGo(String name) throws Exception {
        Set<String> before = bundles();
        Set<String> threadsBefore = threads();
        try {
            features.installFeature(name);
        } catch (Exception refused) {
            return "cannot be installed: " + refused.getMessage();
        }
        List<String> trouble = new ArrayList<>();
        settle(() -> idle().isEmpty());
        trouble.addAll(idle());
        features.uninstallFeature(name);
        settle(() -> bundles().equals(before) && threadsBefore.containsAll(threads()));
        trouble.addAll(difference("bundle stays behind", bundles(), before));
        trouble.addAll(difference("bundle of others is gone", before, bundles()));
        trouble.addAll(difference("thread stays behind", threads(), threadsBefore));
        return String.join("; ", trouble);
    }

    /** Waits until something holds, without failing when it does not: the caller tells what is wrong. */
    private static void settle(Distribution.Condition condition) throws Exception {
        try {
            Distribution.await("settling", PATIENCE_MILLIS, condition);
        } catch (AssertionError ignored) {
            System.out.println("not settled within " + PATIENCE_MILLIS + " ms");
        }
    }

    /** Bundles that are not up, and components of ours that are neither active nor waiting for their first use. */
    private List<String> idle() {
        List<String> idle = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
            boolean lazy = bundle.getState() == Bundle.STARTING
                && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
            int state = fragment ? Bundle.RESOLVED : Bundle.ACTIVE;
            if (!lazy && bundle.getState() != state) {
                idle.add(bundle + " is not up");
            }
        }
        var reference = context.getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime components = context.getService(reference);
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(ours())) {
            for (ComponentConfigurationDTO found : components.getComponentConfigurationDTOs(component)) {
                if (isIdle(found.state) && !component.configurationPolicy.equals("require")) {
                    idle.add(component.name + " misses "
                        + Arrays.stream(found.unsatisfiedReferences).map(one -> one.name).toList() + " " + found.failure);
                }
            }
        }
        context.ungetService(reference);
        return idle;
    }

    private static boolean isIdle(int state) {
        return state != ComponentConfigurationDTO.SATISFIED && state != ComponentConfigurationDTO.ACTIVE;
    }

    private Bundle[] ours() {
        return Arrays.stream(context.getBundles()).filter(one -> one.getSymbolicName().startsWith("org.openbeian."))
            .toArray(Bundle[]::new);
    }

    private Set<String> bundles() {
        return Arrays.stream(context.getBundles()).map(one -> one.getSymbolicName() + " " + one.getVersion())
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The kinds of threads of ours that run: names without their numbers. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
            .filter(name -> name.startsWith("openbeian") || name.startsWith("db-scheduler") || name.startsWith("Camel")
                || name.startsWith("authority-simulator"))
            .map(name -> name.replaceAll("[-#0-9]+", " ").strip()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> difference(String what, Set<String> these, Set<String> those) {
        return these.stream().filter(one -> !those.contains(one)).map(one -> what + ": " + one).toList();
    }
}
