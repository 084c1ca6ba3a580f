package org.openbeian.core.rules;

/** Small rule files for tests; line 12 is the first rule. */
final class RuleText {

    private static final String HEAD = """
        format: 1
        province: "%s"
        name: {zh: 测试, en: Test}
        %s
        %s
        version: 1.0.0
        date: 2026-01-01
        coverage: local
        %s
        lists: {colours: [red, green]}
        rules:""";

    private RuleText() {
    }

    static String national(String... rules) {
        return HEAD.formatted("000000", "# nation", "interface: V.3.0", "review: {min: 5, max: 20, source: {document: d, date: x}}\n"
            + "footer: {number: service, source: {document: d, date: x}}")+ list(rules);
    }

    static String province(String... rules) {
        return HEAD.formatted("440000", "authority: {zh: 管局, en: Authority}", "prefix: 粤", "# gap") + list(rules);
    }

    private static String list(String... rules) {
        return rules.length == 0 ? " []\n" : "\n" + String.join("", rules);
    }

    /** A rule on the site's name that fails for names with the given word. */
    static String rule(String id, String word, String more) {
        return """
              - id: %s
                require: {not: {service.name: {contains-any: [%s]}}}
                text: {zh: 不, en: No}
                mend: {zh: 改, en: Change}
                source: {document: test, date: undated}
                %s
                examples: [{pass: {service.name: 好}}, {fail: {service.name: %s}}]
            """.formatted(id, word, more.isEmpty() ? "severity: BLOCK" : more, word);
    }

    /** A rule with the requirement given, which has passing and failing examples. */
    static String requiring(String require, String pass, String fail) {
        return """
              - id: under-test
                require: %s
                text: {zh: 不, en: No}
                mend: {zh: 改, en: Change}
                source: {document: test, date: undated}
                examples:
                  - pass: %s
                  - fail: %s
            """.formatted(require, pass, fail);
    }

    static RuleFile read(String text) {
        try {
            return RuleFiles.read(text, "test.bundle", "1.0.0");
        } catch (RuleFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
