package org.openbeian.operations;

import java.util.Arrays;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Which components of the server are not active, and what each misses. */
@Component(property = {HealthCheck.NAME + "=" + Checks.COMPONENTS, HealthCheck.TAGS + "=" + Checks.DOCTOR})
public final class ComponentsCheck implements HealthCheck {

    private static final String OURS = "org.openbeian.";

    private final ServiceComponentRuntime runtime;

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
        int count = 0;
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (component.bundle.symbolicName.startsWith(OURS)) {
                count++;
                for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                    judge(component, configuration, log);
                }
            }
        }
        log.info("{} components of the server", count);
        return new Result(log);
    }

    private static void judge(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration,
            FormattingResultLog log) {
        switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> {
                for (UnsatisfiedReferenceDTO missing : configuration.unsatisfiedReferences) {
                    log.critical("{} misses {}{}", component.name, interfaceOf(component, missing.name),
                            missing.target == null ? "" : " with " + missing.target);
                }
            }
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> log.warn("{} misses the configuration {}",
                    component.name, Arrays.toString(component.configurationPid));
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> log.critical("{} failed to start: {}", component.name,
                    firstLine(configuration.failure));
            default -> log.debug("{} is satisfied", component.name);
        }
    }

    private static String interfaceOf(ComponentDescriptionDTO component, String reference) {
        return Arrays.stream(component.references).filter(one -> one.name.equals(reference))
                .map((ReferenceDTO one) -> one.interfaceName).findFirst().orElse(reference);
    }

    private static String firstLine(String failure) {
        return failure == null ? "unknown" : failure.lines().findFirst().orElse("unknown");
    }
}
