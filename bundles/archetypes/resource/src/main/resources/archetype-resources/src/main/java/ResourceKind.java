package ${package};

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Judges resources of the kind ${kind}: in the mainland, with a public address. */
@Component(configurationPid = "${package}")
@Designate(ocd = ResourceConfig.class)
public final class ResourceKind implements CloudResourceType {

    private final int services;

    /** Takes the limit; a number that is none counts as the default. */
    @Activate
    public ResourceKind(ResourceConfig config) {
        services = config.servicesPerResource() >= 1 ? config.servicesPerResource() : 5;
    }

    @Override
    public String kind() {
        return "${kind}";
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("${kind}", "${kind}");
    }

    @Override
    public List<LocalizedText> conditions() {
        return List.of(new LocalizedText("位于中国大陆地域", "in a region of mainland China"),
            new LocalizedText("有公网 IP", "with a public IP address"));
    }

    @Override
    public int servicesPerResource() {
        return services;
    }

    @Override
    public List<ResourceExample> examples() {
        return List.of(example(true, List.of("119.29.29.29")), example(false, List.of("119.29.29.29"), "${kind}-not-mainland"),
            example(true, List.of(), "${kind}-without-public-ip"));
    }

    private static ResourceExample example(boolean mainland, List<String> ips, String... findings) {
        return new ResourceExample(new ResourceFacts("${kind}", "r-1", "zhang", "north", mainland, ips, true, 12, null, Map.of()),
            Instant.parse("2026-11-22T04:00:00Z"), List.of(findings));
    }

    @Override
    public List<Finding> judge(ResourceFacts facts, Instant on, String pointer) {
        List<Finding> findings = new ArrayList<>();
        if (!facts.mainland()) {
            findings.add(finding("${kind}-not-mainland", pointer, "资源不在中国大陆地域", "It lies outside mainland China",
                "请选择中国大陆地域的资源", "Choose one in a mainland region"));
        }
        if (facts.ips().isEmpty()) {
            findings.add(finding("${kind}-without-public-ip", pointer, "资源没有公网 IP", "It has no public address",
                "请绑定公网 IP", "Bind a public address to it"));
        }
        return findings;
    }

    private static Finding finding(String id, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Finding(id, Severity.BLOCK, pointer + "/resourceId", new LocalizedText(zh, en),
            new LocalizedText(mendZh, mendEn), new RuleSource("our own practice", "2026-11-22", null), null, null);
    }
}
