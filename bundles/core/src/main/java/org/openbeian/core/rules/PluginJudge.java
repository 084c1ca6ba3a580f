package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleCheck;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the Java plugins about a case: resource types about the resources, checks about the whole. */
final class PluginJudge {

    /** Asks nobody, and misses nobody. */
    static final PluginJudge NONE = new PluginJudge(null, List.of());

    private static final Logger LOG = LoggerFactory.getLogger(PluginJudge.class);

    private final Map<String, Plugin<CloudResourceType>> resourceTypes;
    private final Collection<Plugin<RuleCheck>> checks;

    PluginJudge(Map<String, Plugin<CloudResourceType>> resourceTypes, Collection<Plugin<RuleCheck>> checks) {
        this.resourceTypes = resourceTypes;
        this.checks = checks;
    }

    void judge(FilingCase filing, List<Finding> findings, List<RuleOutcome> outcomes) {
        if (resourceTypes == null) {
            return;
        }
        Map<String, Map<String, ResourceFacts>> byKind = accesses(filing, findings);
        byKind.forEach((kind, facts) -> {
            Plugin<CloudResourceType> type = resourceTypes.get(kind);
            ask(type, "resource." + kind, "", () -> {
                List<Finding> all = new ArrayList<>();
                for (Map.Entry<String, ResourceFacts> access : facts.entrySet()) {
                    List<Finding> found = type.service().judge(access.getValue(), filing.judgedOn(), access.getKey());
                    if (found == null) {
                        return null;
                    }
                    all.addAll(found);
                }
                return all;
            }, findings, outcomes);
            facts.forEach((pointer, one) -> judgeBases(one, pointer, filing, findings, outcomes));
        });
        String province = filing.application().provinceId();
        for (Plugin<RuleCheck> check : checks) {
            if (check.provinceId().equals(Header.NATIONAL) || check.provinceId().equals(province)) {
                ask(check, check.id(), "", () -> check.service().check(filing), findings, outcomes);
            }
        }
    }

    /** What a resource rests on is judged by its own type; of several, one suffices. */
    private void judgeBases(ResourceFacts resting, String pointer, FilingCase filing, List<Finding> findings,
            List<RuleOutcome> outcomes) {
        List<Finding> against = new ArrayList<>();
        for (ResourceRef ref : resting.restsOn()) {
            List<Finding> found = new ArrayList<>();
            ResourceFacts base = filing.resources().stream().filter(facts -> facts.ref().equals(ref)).findFirst().orElse(null);
            Plugin<CloudResourceType> type = resourceTypes.get(ref.kind());
            if (base == null) {
                found.add(baseUnknown(pointer, ref));
            } else if (type == null) {
                found.add(missing(pointer));
            } else {
                ask(type, "resource." + ref.kind(), pointer, () -> type.service().judge(base, filing.judgedOn(), pointer), found,
                    outcomes);
            }
            if (found.stream().noneMatch(Finding::isBlocking)) {
                return;
            }
            against.addAll(found);
        }
        findings.addAll(against);
    }

    private static Finding baseUnknown(String pointer, ResourceRef ref) {
        return new Finding("resource-base-unknown", Severity.BLOCK, pointer + "/resourceId",
            new LocalizedText("资源清单中没有其所依托的云资源 " + ref, "The inventory does not know " + ref + ", on which it rests"),
            new LocalizedText("请选择其他云资源", "Choose another resource"), null, "org.openbeian.core", "");
    }

    /** The known resources of the case by kind and pointer; a finding for each kind that no plugin judges. */
    private Map<String, Map<String, ResourceFacts>> accesses(FilingCase filing, List<Finding> findings) {
        Map<String, Map<String, ResourceFacts>> byKind = new LinkedHashMap<>();
        List<InternetService> services = filing.application().services();
        for (int i = 0; i < services.size(); i++) {
            List<Access> accesses = services.get(i).accesses();
            for (int j = 0; j < accesses.size(); j++) {
                String pointer = "/services/" + i + "/accesses/" + j;
                Access access = accesses.get(j);
                if (access.resourceKind() == null || access.resourceKind().isBlank()) {
                    continue;
                }
                if (!resourceTypes.containsKey(access.resourceKind())) {
                    findings.add(missing(pointer));
                    continue;
                }
                filing.resources().stream().filter(facts -> facts.kind().equals(access.resourceKind())
                    && facts.id().equals(access.resourceId())).findFirst().ifPresent(facts ->
                        byKind.computeIfAbsent(facts.kind(), k -> new LinkedHashMap<>()).put(pointer, facts));
            }
        }
        return byKind;
    }

    private void ask(Plugin<?> plugin, String id, String pointer, Callable<List<Finding>> question,
            List<Finding> findings, List<RuleOutcome> outcomes) {
        boolean passed;
        try {
            List<Finding> found = checked(plugin.guard().call(question), plugin);
            findings.addAll(found);
            passed = found.stream().noneMatch(Finding::isBlocking);
        } catch (PluginGuard.Failed e) {
            if (plugin.guard().quarantined() == null) {
                LOG.warn("Plugin {} {} of {}: {}", plugin.id(), plugin.origin().version(), plugin.origin().bundle(),
                    e.getMessage());
            }
            findings.add(failed(plugin, pointer));
            passed = false;
        }
        outcomes.add(new RuleOutcome(id, pointer, passed, "plugin " + plugin.id(), new HashMap<>(), null,
            plugin.origin().bundle(), plugin.origin().version()));
    }

    private static List<Finding> checked(List<Finding> found, Plugin<?> plugin) throws PluginGuard.Failed {
        List<Finding> result = new ArrayList<>(found.size());
        for (Finding finding : found) {
            if (finding == null || finding.ruleId() == null || finding.severity() == null || finding.pointer() == null
                    || finding.text() == null || finding.mend() == null) {
                plugin.guard().note(plugin.id() + " gave a finding with a missing part");
                throw new PluginGuard.Failed(plugin.id() + " gave a finding with a missing part", null);
            }
            result.add(new Finding(finding.ruleId(), finding.severity(), finding.pointer(), finding.text(),
                finding.mend(), finding.source(), plugin.origin().bundle(), plugin.origin().version(), finding.hard()));
        }
        return result;
    }

    private static Finding missing(String pointer) {
        return new Finding(RuleBook.RESOURCE_TYPE_MISSING, Severity.BLOCK, pointer + "/resourceKind",
            new LocalizedText("没有可核验该类云资源的插件", "No plugin for this kind of resource is installed"),
            new LocalizedText("请选择其他云资源，或等待管理员安装相应插件",
                "Choose another resource, or wait until an operator has installed the plugin"),
            null, "org.openbeian.core", "", true);
    }

    private static Finding failed(Plugin<?> plugin, String pointer) {
        return new Finding(RuleBook.PLUGIN_FAILED, Severity.BLOCK, pointer,
            new LocalizedText("核验插件“" + plugin.id() + "”未能给出结果", "The plugin " + plugin.id() + " gave no answer"),
            new LocalizedText("请稍后重新提交；如仍失败，请联系客服", "Submit again later; if it fails again, ask the support"),
            null, plugin.origin().bundle(), plugin.origin().version(), true);
    }
}
