package org.openbeian.publicsecurity;

import java.util.Locale;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.publicsecurity.PublicSecurityForm.IpRange;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Provider;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Site;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.identifier.IpAddress;

/** Checks the website of a form (T-76 to T-85). */
final class SiteCheck {

    private static final int RANGES_MOST = 100;

    private final FormCheck check;
    private final Site site;

    SiteCheck(FormCheck check, PublicSecurityForm form) {
        this.check = check;
        this.site = form.site();
    }

    void all() {
        if (!check.present(site, "/site", "网站", "website")) {
            return;
        }
        if (check.present(site.name(), "/site/name", "网站名称", "name of the website")) {
            name(site.name().strip());
        }
        if (check.present(site.number(), "/site/number", "备案号", "ICP number") && FilingNumber.parse(site.number()).isEmpty()) {
            check.block("psb-icp-number", "/site/number", "T-51", "备案号格式不正确", "The ICP number is malformed", "请填写网站备案号",
                "Enter the number of the website");
        }
        check.present(site.domains(), "/site/domains", "域名", "domain");
        if (check.present(site.openedOn(), "/site/openedOn", "开通日期", "day of the opening") && site.openedOn().isAfter(check.today())) {
            check.block("psb-opened-ahead", "/site/openedOn", "T-45", "开通日期晚于今天", "The day of the opening is after today",
                "请在网站开通后办理", "Apply once the site is open");
        }
        ips();
        provider(site.access(), "/site/access", "网络接入服务商", "network access provider");
        provider(site.registrar(), "/site/registrar", "域名注册服务商", "domain registrar");
        check.present(site.serviceTypes(), "/site/serviceTypes", "服务类型", "service type");
        check.present(site.interactive(), "/site/interactive", "是否交互式", "answer whether the site is interactive");
        proofs();
    }

    private void name(String name) {
        OrganizerNature nature = check.nature().orElse(null);
        if (nature == OrganizerNature.INDIVIDUAL && NameRules.COMPANY.matcher(name).find()) {
            name("psb-name-company", "T-77", "个人网站名称不能含有公司等字样", "The website of an individual must not be called a company");
        }
        if (site.domains().stream().anyMatch(domain -> name.toLowerCase(Locale.ROOT).contains(domain.toLowerCase(Locale.ROOT)))) {
            name("psb-name-domain", "T-78", "不能用域名作网站名称", "The domain must not be the name of the website");
        }
        if (nature != null && !NameRules.isGovernment(nature)) {
            if (NameRules.PUBLIC_AFFAIRS.matcher(name).find()) {
                name("psb-name-public-affairs", "T-79", "非政府机构的网站名称不能含有人民政府、监察等字样",
                    "Only bodies of government use words of public affairs");
            }
            NameRules.NATIONAL.stream().filter(name::startsWith).findFirst().ifPresent(word -> name("psb-name-national", "T-80",
                "非国家级单位的网站名称不能以“" + word + "”开头", "Only national bodies begin with " + word));
        }
        NameRules.unapproved(name, site.preApprovals()).ifPresent(word -> check.block("psb-name-approval", "/site/name", "T-81",
            "网站名称含“" + word.getKey() + "”，须先取得" + word.getValue().body() + "的" + word.getValue().type().chinese() + "前置审批",
            "The name holds " + word.getKey() + ", which needs the approval of " + word.getValue().bodyInEnglish() + " ("
                + word.getValue().type() + ")", "请更改名称，或勾选并上传批准文件", "Choose another name, or tick the approval and upload it"));
    }

    private void name(String code, String row, String zh, String en) {
        check.block(code, "/site/name", row, zh, en, "请更改网站名称", "Choose another name");
    }

    private void ips() {
        if (!check.present(site.ips(), "/site/ips", "IP 地址", "IP address")) {
            return;
        }
        if (site.ips().size() > RANGES_MOST) {
            check.block("psb-ip", "/site/ips", "T-82", "IP 地址段过多", "There are too many ranges", "最多 " + RANGES_MOST + " 段",
                "At most " + RANGES_MOST);
            return;
        }
        for (int i = 0; i < site.ips().size(); i++) {
            IpRange range = site.ips().get(i);
            if (!isRange(range)) {
                check.block("psb-ip", "/site/ips/" + i, "T-82", "起止 IP 不正确", "The range is not right",
                    "一个 IP 时起止相同；多个时起始不大于终止，且均为公网地址", "One address stands twice; otherwise the first is not above the last, and both"
                        + " are public");
            }
        }
    }

    private static boolean isRange(IpRange range) {
        if (range == null || range.from() == null || range.to() == null || IpAddress.checkPublic(range.from()).isPresent()
                || IpAddress.checkPublic(range.to()).isPresent()) {
            return false;
        }
        long from = IpAddress.number(range.from());
        long to = IpAddress.number(range.to());
        return from < 0 || to < 0 ? range.from().equalsIgnoreCase(range.to()) : from <= to;
    }

    private void provider(Provider provider, String pointer, String zh, String en) {
        if (!check.present(provider, pointer, zh, en)) {
            return;
        }
        check.present(provider.name(), pointer + "/name", zh + "名称", "name of the " + en);
        if (check.present(provider.overseas(), pointer + "/overseas", zh + "境内外", "place of the " + en)
                && !provider.overseas() && (provider.provinceId() == null || !provider.provinceId().matches("[1-8]\\d{5}"))) {
            check.block("psb-provider-region", pointer + "/provinceId", "T-83", "境内" + zh + "须选择地区",
                "A domestic " + en + " needs its region",
                "请选择省份；名录中没有时选“其他”并填写名称", "Choose the province; when it is not listed, choose \"other\" and type its name");
        }
    }

    private void proofs() {
        if (Boolean.TRUE.equals(site.dangerousGoods())) {
            check.warn("psb-proof", "/site/dangerousGoods", "T-85", "发布互联网危险品信息须上传许可证", "Information on dangerous goods needs the"
                + " licence", "请在平台上传许可证", "Upload the licence on the platform");
        }
        if (!site.preApprovals().isEmpty()) {
            check.warn("psb-proof", "/site/preApprovals", "T-85", "勾选的前置审批内容须上传批准文件", "What is ticked as approved needs its document",
                "请在平台上传批准文件；没有的不要勾选", "Upload the documents on the platform; tick nothing that does not apply");
        }
    }
}
