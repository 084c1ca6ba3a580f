package org.openbeian.resource.clb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.Limit;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Judges load balancers: bound to a cloud server, which its own type judges. Their addresses grant no codes. */
@Component(configurationPid = LoadBalancer.PID)
@Designate(ocd = ClbConfig.class)
public final class LoadBalancer implements CloudResourceType {

    static final String PID = "org.openbeian.resource.clb";

    private static final RuleSource SOURCE = new RuleSource("A-17; seed 004, Tencent Cloud APP access-filing guide",
        "undated, after 2023-09", null);

    private volatile int services = 5;
    private volatile int sites;

    /** Takes the limits; the catalogue's are the defaults, and stay where a bad value is configured. */
    @Activate
    public LoadBalancer(ClbConfig config) {
        modified(config);
    }

    /** Takes new limits; where a value is bad it is named and the one in force stays. */
    @Modified
    void modified(ClbConfig config) {
        services = (int) Limit.of(PID, "servicesPerBalancer", config.servicesPerBalancer(), 1, 1000, services);
        sites = (int) Limit.of(PID, "sitesPerAddress", config.sitesPerAddress(), 0, 1000, sites);
    }

    @Override
    public String kind() {
        return "clb";
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("负载均衡实例", "Load balancer");
    }

    @Override
    public List<LocalizedText> conditions() {
        return List.of(
            new LocalizedText("位于中国大陆地域", "in a region of mainland China"),
            new LocalizedText("有公网 IP", "with a public IP address"),
            new LocalizedText("已绑定符合备案条件的云服务器", "bound to a cloud server that fulfils the conditions of cloud servers"));
    }

    @Override
    public int servicesPerResource() {
        return services;
    }

    @Override
    public int sitesPerAddress() {
        return sites;
    }

    @Override
    public List<ResourceExample> examples() {
        return List.of(example(true, List.of("119.29.29.29"), List.of(new ResourceRef("cvm", "ins-1"))),
            example(true, List.of("119.29.29.29"), List.of(), "clb-without-server"),
            example(true, List.of("119.29.29.29"), List.of(new ResourceRef("lighthouse", "lh-1")), "clb-without-server"),
            example(true, List.of(), List.of(new ResourceRef("cvm", "ins-1")), "clb-without-public-ip"),
            example(false, List.of("119.29.29.29"), List.of(new ResourceRef("cvm", "ins-1")), "clb-not-mainland"));
    }

    private static ResourceExample example(boolean mainland, List<String> ips, List<ResourceRef> servers, String... findings) {
        Instant on = Instant.parse("2026-11-22T04:00:00Z");
        return new ResourceExample(new ResourceFacts("clb", "lb-1", "zhang", mainland ? "ap-guangzhou" : "ap-hongkong", mainland,
            ips, false, 0, null, Map.of(), servers), on, List.of(findings));
    }

    @Override
    public List<Finding> judge(ResourceFacts facts, Instant on, String pointer) {
        List<Finding> findings = new ArrayList<>();
        if (!facts.mainland()) {
            findings.add(finding("not-mainland", pointer, "负载均衡实例不在中国大陆地域，无须也不能在此备案",
                "The load balancer lies outside mainland China", "请选择中国大陆地域的负载均衡实例", "Choose one in a mainland region"));
        }
        if (facts.ips().isEmpty()) {
            findings.add(finding("without-public-ip", pointer, "负载均衡实例没有公网 IP", "The load balancer has no public address",
                "请选择公网负载均衡实例", "Choose one with a public address"));
        }
        if (facts.restsOn().stream().noneMatch(bound -> bound.kind().equals("cvm"))) {
            findings.add(finding("without-server", pointer, "负载均衡实例未绑定云服务器", "No cloud server is bound to the load balancer",
                "请先绑定符合备案条件的云服务器", "Bind a cloud server that qualifies"));
        }
        return findings;
    }

    /** The server's core enters the bundle and its version. */
    private static Finding finding(String id, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Finding("clb-" + id, Severity.BLOCK, pointer + "/resourceId", new LocalizedText(zh, en),
            new LocalizedText(mendZh, mendEn), SOURCE, null, null);
    }
}
