package org.openbeian.core.rules;

import org.junit.Test;

/** Each operator on values that hold and values that do not: the examples of the rules are the tests. */
public class OperatorsTest {

    @Test
    public void texts() {
        holds("{service.name: 甲}", "{service.name: 甲}", "{service.name: 乙}");
        holds("{service.name: [甲, 乙]}", "{service.name: 乙}", "{service.name: 丙}");
        holds("{service.name: {in: {list: colours}}}", "{service.name: red}", "{service.name: blue}");
        holds("{service.name: {starts-with: [中国, 中华]}}", "{service.name: 中华网}", "{service.name: 网中华}");
        holds("{service.name: {ends-with: 网}}", "{service.name: 中华网}", "{service.name: 网中华}");
        holds("{service.name: {contains-any: [新闻]}}", "{service.name: 某新闻网}", "{service.name: 某网}");
        holds("{service.name: {matches: \"[a-z]+\"}}", "{service.name: abc}", "{service.name: abc1}");
    }

    @Test
    public void lists() {
        holds("{service.contents: {in: [\"1\", \"2\"]}}", "{service.contents: [\"1\", \"2\"]}", "{service.contents: [\"1\", \"3\"]}");
        holds("{service.contents: {contains-any: [\"1\"]}}", "{service.contents: [\"1\", \"2\"]}", "{service.contents: [\"2\"]}");
        holds("{access.ips: {is: public-ip}}", "{access.ips: [8.8.8.8]}", "{access.ips: [8.8.8.8, 10.0.0.1]}");
    }

    @Test
    public void numbersFlagsAndCodes() {
        holds("{services.count: {at-least: 2}}", "{services.count: 2}", "{services.count: 1}");
        holds("{services.count: {at-most: 2}}", "{services.count: 2}", "{services.count: 3}");
        holds("{services.count: 2}", "{services.count: 2}", "{services.count: 1}");
        holds("{organizer.isPerson: true}", "{organizer.isPerson: true}", "{organizer.isPerson: false}");
        holds("{organizer.nature: [ENTERPRISE]}", "{organizer.nature: ENTERPRISE}", "{organizer.nature: INDIVIDUAL}");
    }

    @Test
    public void days() {
        holds("{principal.validUntil: {at-least: today+30d}}", "{filing.date: 2026-03-01, principal.validUntil: 2026-03-31}",
            "{filing.date: 2026-03-01, principal.validUntil: 2026-03-30}");
        holds("{principal.validFrom: {at-most: 2026-03-01}}", "{principal.validFrom: 2026-03-01}", "{principal.validFrom: 2026-03-02}");
        holds("{resource.expiresOn: {within-days: 30}}", "{filing.date: 2026-03-01, resource.expiresOn: 2026-03-31}",
            "{filing.date: 2026-03-01, resource.expiresOn: 2026-04-01}");
        holds("{principal.validUntil: {at-least: today-1d}}", "{filing.date: 2026-03-01, principal.validUntil: 2026-02-28}",
            "{filing.date: 2026-03-01, principal.validUntil: 2026-02-27}");
    }

    @Test
    public void comparedWithAnotherFact() {
        holds("{principal.mobile: {same-as: organizer.principal.mobile}}",
            "{principal.mobile: \"+86 13800000000\", organizer.principal.mobile: 138-0000-0000}",
            "{principal.mobile: \"13800000000\", organizer.principal.mobile: \"13900000000\"}");
    }

    @Test
    public void calendarMonthsAndYears() {
        holds("{principal.validUntil: {at-least: today+3m}}", "{filing.date: 2026-11-30, principal.validUntil: 2027-02-28}",
            "{filing.date: 2026-11-30, principal.validUntil: 2027-02-27}");
        holds("{principal.validFrom: {at-most: today-1y}}", "{filing.date: 2026-03-01, principal.validFrom: 2025-03-01}",
            "{filing.date: 2026-03-01, principal.validFrom: 2025-03-02}");
    }

    @Test
    public void sizes() {
        holds("{service.name: {size-at-least: 3}}", "{service.name: 𠮷甲乙}", "{service.name: 𠮷甲}");
        holds("{service.remark: {size-at-most: 2}}", "{service.remark: 甲乙}", "{service.remark: 甲乙丙}");
        holds("{service.domains: {size-at-most: 1}}", "{service.domains: [a.cn]}", "{service.domains: [a.cn, b.cn]}");
    }

    @Test
    public void heldAgainstAnotherFact() {
        holds("{service.name: {contains-any: {fact: organizer.name}}}", "{service.name: 甲公司官网, organizer.name: 甲公司}",
            "{service.name: 乙公司官网, organizer.name: 甲公司}");
        holds("{domain.name: {in: {fact: service.domains}}}", "{domain.name: a.cn, service.domains: [a.cn]}",
            "{domain.name: b.cn, service.domains: [a.cn]}");
        holds("{service.domainCount: {at-most: {fact: service.accessCount}}}", "{service.domainCount: 1, service.accessCount: 1}",
            "{service.domainCount: 2, service.accessCount: 1}");
        holds("{principal.validUntil: {at-least: {fact: principal.validFrom}}}",
            "{principal.validUntil: 2026-01-02, principal.validFrom: 2026-01-02}",
            "{principal.validUntil: 2026-01-01, principal.validFrom: 2026-01-02}");
        holds("{principal.name: {equals: {fact: organizer.legalRepresentative.name}}}",
            "{principal.name: 张示例, organizer.legalRepresentative.name: 张示例}",
            "{principal.name: 李示例, organizer.legalRepresentative.name: 张示例}");
    }

    @Test
    public void differentOnes() {
        String numbers = "{distinct: {of: [principal.mobile, principal.emergencyContact, organizer.principal.mobile], at-least: 2}}";
        holds(numbers, "{principal.mobile: \"1\", principal.emergencyContact: \"2\"}",
            "{principal.mobile: \"13800000000\", principal.emergencyContact: \"+86 138-0000-0000\", "
                + "organizer.principal.mobile: \"13800000000\"}");
        RuleText.read(RuleText.province(RuleText.requiring(numbers, "{principal.mobile: \"1\", principal.emergencyContact: \"2\"}",
            "{principal.mobile: \"1\", principal.emergencyContact: \"1\", organizer.principal.mobile: \"1\"}")
            + "      - skip: {principal.mobile: \"1\"}\n"));
    }

    @Test
    public void joined() {
        holds("{any: [{service.name: 甲}, {service.name: 乙}]}", "{service.name: 乙}", "{service.name: 丙}");
        holds("{all: [{service.name: {starts-with: 甲}}, {service.name: {ends-with: 乙}}]}", "{service.name: 甲乙}", "{service.name: 甲}");
        holds("{not: {service.name: 甲}}", "{service.name: 乙}", "{service.name: 甲}");
        holds("{service.name: {starts-with: 甲, ends-with: 乙}}", "{service.name: 甲乙}", "{service.name: 甲丙}");
    }

    @Test
    public void absentFacts() {
        holds("{service.name: {present: true}}", "{service.name: 甲}", "{}");
        holds("{service.name: {present: false}}", "{}", "{service.name: 甲}");
        holds("{any: [{service.name: 甲}, {service.remark: {present: true}}]}", "{service.remark: 乙}", "{service.name: 乙}");
        RuleText.read(RuleText.province(RuleText.requiring("{service.name: 甲}", "{service.name: 甲}", "{service.name: 乙}")
            + "      - skip: {}\n"));
    }

    private static void holds(String require, String pass, String fail) {
        RuleText.read(RuleText.province(RuleText.requiring(require, pass, fail)));
    }
}
