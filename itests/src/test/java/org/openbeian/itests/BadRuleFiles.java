package org.openbeian.itests;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rule files that must not be taken. */
final class BadRuleFiles {

    private static final int HUGE = 50 * 1024 * 1024;

    private BadRuleFiles() {
    }

    /**
     * Contents of files by a part of the reason why they are refused.
     *
     * @param good a file that would be taken
     */
    static Map<String, byte[]> of(String good) {
        String rule = GansuRules.withAnotherRule(good);
        String twice = GansuRules.withAnotherRule(rule);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("not YAML", "format: 1\nprovince: \"620000\"\n  name: [x\n".getBytes(UTF_8));
        files.put("empty", new byte[0]);
        files.put("larger than", (good + "#".repeat(HUGE)).getBytes(UTF_8));
        files.put("anchors and aliases", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n".getBytes(UTF_8));
        files.put("nested", ("a: " + "[".repeat(100_000)).getBytes(UTF_8));
        files.put("UTF-16", good.getBytes(UTF_16));
        files.put("not UTF-8", good.getBytes(Charset.forName("GB18030")));
        files.put("is there twice", twice.getBytes(UTF_8));
        files.put("which is a rule of this file", twice.replaceFirst("gansu-remark-wanted", "first\n    replaces: [second]")
                .replaceFirst("gansu-remark-wanted", "second\n    replaces: [first]").getBytes(UTF_8));
        files.put("not a regular expression", rule.replace("{present: true}", "{matches: '(a'}").getBytes(UTF_8));
        files.put("unknown fact", good.replace("organizer.nature", "organizer.noSuchFact").getBytes(UTF_8));
        files.put("tag", good.replace("prefix: ", "prefix: !!java.net.URL ").getBytes(UTF_8));
        return files;
    }
}
