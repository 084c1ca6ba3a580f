package org.openbeian.resource.auth.code;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.osgi.service.component.annotations.Component;

/**
 * Judges authorization codes: a code stands for the server that issued it, whose own type judges that server, and carries one
 * service.
 */
@Component
public final class AuthorizationCode implements CloudResourceType {

    /** Attribute of a code that was revoked: when. */
    static final String REVOKED = "revokedAt";

    private static final RuleSource SOURCE = new RuleSource("A-18; seed 004, Tencent Cloud APP access-filing guide",
        "undated, after 2023-09", null);

    @Override
    public String kind() {
        return "auth-code";
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("备案授权码", "Authorization code");
    }

    @Override
    public List<LocalizedText> conditions() {
        return List.of(new LocalizedText("由符合备案条件的服务器生成", "issued by a server that fulfils the conditions of its kind"),
            new LocalizedText("未被撤销，且该服务器仍然有效", "not revoked, and its server is still there"),
            new LocalizedText("一个授权码只能用于一个服务", "one code for one service"));
    }

    @Override
    public int servicesPerResource() {
        return 1;
    }

    @Override
    public List<ResourceExample> examples() {
        List<ResourceRef> server = List.of(new ResourceRef("cvm", "ins-1"));
        return List.of(example(Map.of(), server), example(Map.of(), List.of(), "auth-code-without-server"),
            example(Map.of(REVOKED, "2026-11-21T04:00:00Z"), server, "auth-code-revoked"));
    }

    private static ResourceExample example(Map<String, String> attributes, List<ResourceRef> server, String... findings) {
        return new ResourceExample(new ResourceFacts("auth-code", "2345-6789", "zhang", "ap-guangzhou", true,
            List.of("119.29.29.29"), true, 12, null, attributes, server), Instant.parse("2026-11-22T04:00:00Z"), List.of(findings));
    }

    @Override
    public List<Finding> judge(ResourceFacts facts, Instant on, String pointer) {
        List<Finding> findings = new ArrayList<>();
        if (facts.restsOn().isEmpty()) {
            findings.add(finding("without-server", pointer, "授权码没有对应的服务器", "No server stands behind the code"));
        }
        if (facts.attributes().containsKey(REVOKED)) {
            findings.add(finding("revoked", pointer, "授权码已被撤销", "The code was revoked"));
        }
        return findings;
    }

    /** The server's core enters the bundle and its version. */
    private static Finding finding(String id, String pointer, String zh, String en) {
        return new Finding("auth-code-" + id, Severity.BLOCK, pointer + "/resourceId", new LocalizedText(zh, en),
            new LocalizedText("请向服务器的所有者索取新的授权码", "Ask the server's owner for another code"), SOURCE, null, null);
    }
}
