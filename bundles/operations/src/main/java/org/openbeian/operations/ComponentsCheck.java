package org.openbeian.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * Which components of the server are not active, and what each misses. A component that only waits for another one of
 * ours, which is not active itself, is counted and not named, so that the causes can be seen.
 */
@Component(property = {HealthCheck.NAME + "=" + Checks.COMPONENTS, HealthCheck.TAGS + "=" + Checks.DOCTOR})
public final class ComponentsCheck implements HealthCheck {

    private static final String OURS = "org.openbeian.";

    private final ServiceComponentRuntime runtime;

    /** A component that is not active. */
    private record Idle(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
    }

    /**
     * For one framework.
     *
     * @param runtime knows all components
     */
    @Activate
    public ComponentsCheck(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs();
        List<Idle> idle = new ArrayList<>();
        int count = 0;
        for (ComponentDescriptionDTO component : components) {
            if (component.bundle.symbolicName.startsWith(OURS)) {
                count++;
                runtime.getComponentConfigurationDTOs(component).stream().filter(ComponentsCheck::isIdle)
                        .forEach(configuration -> idle.add(new Idle(component, configuration)));
            }
        }
        Set<String> comingLater = new HashSet<>();
        idle.forEach(one -> comingLater.addAll(Arrays.asList(one.component.serviceInterfaces)));
        long named = idle.stream().filter(one -> tell(one, comingLater, log)).count();
        if (named == 0) {
            idle.forEach(one -> tell(one, Set.of(), log));
        } else if (named < idle.size()) {
            log.info("{} more components wait for these", idle.size() - named);
        }
        log.info("{} components of the server, {} not active", count, idle.size());
        return new Result(log);
    }

    private static boolean isIdle(ComponentConfigurationDTO configuration) {
        return configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                || configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION
                || configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
    }

    /** Tells what a component misses by itself; false when it misses nothing but what comes with others. */
    private static boolean tell(Idle idle, Set<String> comingLater, FormattingResultLog log) {
        ComponentDescriptionDTO component = idle.component;
        if (idle.configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            log.critical("{} failed to start: {}", component.name, firstLine(idle.configuration.failure));
            return true;
        }
        if (idle.configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
            log.warn("{} misses the configuration {}", component.name, Arrays.toString(component.configurationPid));
            return true;
        }
        boolean told = false;
        for (UnsatisfiedReferenceDTO missing : idle.configuration.unsatisfiedReferences) {
            String service = interfaceOf(component, missing.name);
            if (!comingLater.contains(service)) {
                told = true;
                log.critical("{} misses {}{}", component.name, service, missing.target == null ? "" : " with " + missing.target);
            }
        }
        return told;
    }

    private static String interfaceOf(ComponentDescriptionDTO component, String reference) {
        return Arrays.stream(component.references).filter(one -> one.name.equals(reference))
                .map(one -> one.interfaceName).findFirst().orElse(reference);
    }

    private static String firstLine(String failure) {
        return failure == null ? "unknown" : failure.lines().findFirst().orElse("unknown");
    }
}
