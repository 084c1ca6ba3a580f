package org.openbeian.resource.serverless;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.Limit;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Judges resource packages of cloud functions: both parts bought, two services each, one an account, no codes. */
@Component(configurationPid = FunctionPackage.PID)
@Designate(ocd = ServerlessConfig.class)
public final class FunctionPackage implements CloudResourceType {

    static final String PID = "org.openbeian.resource.serverless";

    /** Names of the attributes of a package. */
    static final String CALLS = "calls";
    static final String USE = "gigabyteSeconds";

    private static final RuleSource SOURCE = new RuleSource("A-15, A-16; seed 004, Tencent Cloud APP access-filing guide",
        "undated, after 2023-09", null);

    private volatile Limits limits = new Limits(1, 2, 50_000_000, 400_000);

    /** What is in force. */
    private record Limits(int packages, int services, long calls, long gigabyteSeconds) {
    }

    /** Takes the limits; the catalogue's are the defaults, and stay where a bad value is configured. */
    @Activate
    public FunctionPackage(ServerlessConfig config) {
        modified(config);
    }

    /** Takes new limits; where a value is bad it is named and the one in force stays. */
    @Modified
    void modified(ServerlessConfig config) {
        Limits now = limits;
        limits = new Limits((int) Limit.of(PID, "packagesPerAccount", config.packagesPerAccount(), 1, 1000, now.packages),
            (int) Limit.of(PID, "servicesPerPackage", config.servicesPerPackage(), 1, 1000, now.services),
            Limit.of(PID, "calls", config.calls(), 1, Integer.MAX_VALUE, now.calls),
            Limit.of(PID, "gigabyteSeconds", config.gigabyteSeconds(), 1, Integer.MAX_VALUE, now.gigabyteSeconds));
    }

    @Override
    public String kind() {
        return "serverless";
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("云函数资源包", "Serverless package");
    }

    @Override
    public List<LocalizedText> conditions() {
        return List.of(
            new LocalizedText("位于中国大陆地域", "in a region of mainland China"),
            new LocalizedText("资源包含调用次数不少于 " + limits.calls + " 次", "a package of " + limits.calls + " calls or more"),
            new LocalizedText("资源包含资源使用量不少于 " + limits.gigabyteSeconds + " GBs",
                "a package of " + limits.gigabyteSeconds + " GBs or more"),
            new LocalizedText("资源包在有效期内", "the package has not ended"),
            new LocalizedText("每个账号 " + limits.packages + " 个资源包，每个资源包 " + limits.services + " 个服务，不提供备案授权码",
                limits.packages + " package(s) an account, " + limits.services + " services a package, no authorization codes"));
    }

    @Override
    public int servicesPerResource() {
        return limits.services;
    }

    @Override
    public int resourcesPerAccount() {
        return limits.packages;
    }

    @Override
    public List<ResourceExample> examples() {
        Instant on = Instant.parse("2026-11-22T04:00:00Z");
        String calls = String.valueOf(limits.calls);
        String use = String.valueOf(limits.gigabyteSeconds);
        return List.of(
            example(true, Map.of(CALLS, calls, USE, use), null, on),
            example(true, Map.of(CALLS, String.valueOf(limits.calls - 1), USE, use), null, on, "serverless-too-few-calls"),
            example(true, Map.of(CALLS, calls, USE, "many"), null, on, "serverless-too-little-use"),
            example(true, Map.of(CALLS, calls), null, on, "serverless-too-little-use"),
            example(true, Map.of(CALLS, calls, USE, use), on, on, "serverless-ended"),
            example(false, Map.of(CALLS, calls, USE, use), null, on, "serverless-not-mainland"));
    }

    private static ResourceExample example(boolean mainland, Map<String, String> parts, Instant end, Instant on, String... findings) {
        return new ResourceExample(new ResourceFacts("serverless", "pkg-1", "zhang", mainland ? "ap-guangzhou" : "ap-hongkong",
            mainland, List.of("119.29.29.29"), true, 12, end, parts), on, List.of(findings));
    }

    @Override
    public List<Finding> judge(ResourceFacts facts, Instant on, String pointer) {
        List<Finding> findings = new ArrayList<>();
        if (!facts.mainland()) {
            findings.add(finding("not-mainland", pointer, "云函数不在中国大陆地域，无须也不能在此备案", "The functions lie outside mainland China",
                "请选择中国大陆地域的资源包", "Choose a package for a mainland region"));
        }
        if (amount(facts, CALLS) < limits.calls) {
            findings.add(finding("too-few-calls", pointer, "资源包的调用次数不足 " + limits.calls + " 次",
                "The package holds less than " + limits.calls + " calls", "请购买完整的备案资源包", "Buy the whole package for filing"));
        }
        if (amount(facts, USE) < limits.gigabyteSeconds) {
            findings.add(finding("too-little-use", pointer, "资源包的资源使用量不足 " + limits.gigabyteSeconds + " GBs",
                "The package holds less than " + limits.gigabyteSeconds + " GBs", "请购买完整的备案资源包",
                "Buy the whole package for filing"));
        }
        if (facts.expiresAt() != null && !facts.expiresAt().isAfter(on)) {
            findings.add(finding("ended", pointer, "资源包已到期", "The package has ended", "请重新购买资源包", "Buy a package again"));
        }
        return findings;
    }

    /** A part of the package; what is missing or no number counts as nothing. */
    private static long amount(ResourceFacts facts, String part) {
        String text = facts.attributes().getOrDefault(part, "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** The server's core enters the bundle and its version. */
    private static Finding finding(String id, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Finding("serverless-" + id, Severity.BLOCK, pointer + "/resourceId", new LocalizedText(zh, en),
            new LocalizedText(mendZh, mendEn), SOURCE, null, null);
    }
}
