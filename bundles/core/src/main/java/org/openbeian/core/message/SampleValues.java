package org.openbeian.core.message;

import java.util.Map;

/** Invented values for previews. */
final class SampleValues {

    private static final String NUMBER = "粤ICP备2026000001号";

    private static final Map<String, String> BOTH = Map.ofEntries(Map.entry("order", "01JDEMO0000000000000000000"),
        Map.entry("domain", "example.com"), Map.entry("mobile", "138******00"), Map.entry("due", "2026-12-01 18:00"),
        Map.entry("again", "2026-11-23 15:00"), Map.entry("number", "0755-12345678"), Map.entry("window", "2026-11-23 14:00–16:00"),
        Map.entry("smsDue", "2026-11-24 10:00"), Map.entry("numbers", NUMBER + "\n" + NUMBER + "-1"),
        Map.entry("footer", "<a href=\"https://beian.miit.gov.cn/\" target=\"_blank\">" + NUMBER + "-1</a>"),
        Map.entry("publicSecurityDue", "2026-12-23"), Map.entry("footerDue", "2026-12-23"), Map.entry("blockDate", "2026-12-01 00:00"),
        Map.entry("tracking", "SF0000000000"), Map.entry("template", "01kav0000000000000000000"),
        Map.entry("days", "12"), Map.entry("left", "1"), Map.entry("ip", "203.0.113.7"),
        Map.entry("release", "2026-11-26 10:00"), Map.entry("port", "80"), Map.entry("time", "2026-11-30 09:30"),
        Map.entry("case", "01mcase"),
        Map.entry("enquiry", "01menquiry"), Map.entry("until", "2026-12-23"),
        Map.entry("butler", "butler-7"), Map.entry("resource", "cvm ins-0example"), Map.entry("expires", "2026-12-20"),
        Map.entry("organizerNumber", NUMBER), Map.entry("endpoint", "operations"), Map.entry("page", "https://example.com/"),
        Map.entry("failure", "HTTP 500"), Map.entry("report", "17"), Map.entry("authorityId", "440000"), Map.entry("codes", "5006"),
        Map.entry("type", "FIRST"), Map.entry("count", "3"), Map.entry("reports", "17, 18, 19"));

    private static final Map<String, String> CHINESE = Map.ofEntries(Map.entry("service", "示例网站"),
        Map.entry("authority", "广东省通信管理局"), Map.entry("reasons", "- 主体名称与证件不一致 → 请按证件填写"),
        Map.entry("opinion", "网站名称不规范"), Map.entry("waiting", "广东省的规则暂不可用"), Map.entry("carrier", "顺丰速运"),
        Map.entry("reason", "域名未备案"), Map.entry("result", "审核通过"), Map.entry("place", "深圳市公安局网安支队"),
        Map.entry("documents", "营业执照、身份证"), Map.entry("faults", "- 页面上没有备案号"),
        Map.entry("progress", "材料已齐全"), Map.entry("problem", "网站无法访问"), Map.entry("kind", "未备案网站处理结果"));

    private static final Map<String, String> ENGLISH = Map.ofEntries(Map.entry("service", "Example site"),
        Map.entry("authority", "authority of Guangdong"),
        Map.entry("reasons", "- The name differs from the certificate → enter it as on the certificate"),
        Map.entry("opinion", "The name of the site is not in order"), Map.entry("waiting", "the rules of Guangdong are not there"),
        Map.entry("carrier", "SF Express"), Map.entry("reason", "the domain is not filed"), Map.entry("result", "passed"),
        Map.entry("place", "Shenzhen public-security bureau"), Map.entry("documents", "business licence, ID card"),
        Map.entry("faults", "- The page does not show the number"),
        Map.entry("progress", "all material is there"), Map.entry("problem", "the website does not answer"),
        Map.entry("kind", "what was done about an unfiled site"));

    private SampleValues() {
    }

    static String of(String name, String language) {
        String same = BOTH.get(name);
        return same != null ? same : ("en".equals(language) ? ENGLISH : CHINESE).get(name);
    }
}
