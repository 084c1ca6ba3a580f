package org.openbeian.publicsecurity;

import java.util.Objects;
import java.util.stream.Collectors;
import org.openbeian.api.model.Principal;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Person;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Provider;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Site;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Subject;

/** The form in the order of the platform, with the ids of its fields where they are known (public-security.md section 3). */
final class Sheet {

    /** Of the other persons the platform's field ids are not known. */
    private static final String FIRST = "负责人";

    private final StringBuilder csv = new StringBuilder("\ufeff平台字段,项目,填写内容,注意事项\r\n");

    private Sheet() {
    }

    static String of(PublicSecurityForm form) {
        Sheet sheet = new Sheet();
        sheet.registration(form.person());
        sheet.subject(form.organizer());
        sheet.person(FIRST, form.person(), "");
        sheet.site(form.site());
        sheet.person("网站负责人", form.siteContact(), "与主体负责人相同时勾选即可");
        sheet.person("信息安全负责人", form.security(), "与主体负责人相同时勾选即可");
        sheet.person("舆情引导员（应急联络人）", form.opinion(), "与主体负责人相同时勾选即可");
        return sheet.csv.toString();
    }

    private void registration(Person person) {
        Principal principal = person == null ? null : person.principal();
        line("", "注册：邮箱", principal == null ? null : principal.email(), "");
        line("", "注册：手机", principal == null ? null : principal.mobile(), "接收短信验证码");
        line("", "注册：证件号码", principal == null ? null : principal.certificateNumber(), "");
        line("", "注册：姓名", principal == null ? null : principal.name(), "");
    }

    private void subject(Subject subject) {
        if (subject == null) {
            return;
        }
        boolean individual = subject.nature() != null && subject.nature().isPerson();
        line("unitpty", "开办主体：类别", individual ? "个人" : "单位", "");
        line("unitpty_sub", "开办主体：单位性质", subject.nature() == null ? null : subject.nature().chinese(), "须与单位名称相符");
        line("unitnm", "开办主体：单位名称", subject.name(), "证件上的全称");
        line("uitcfttype", "开办主体：证件类型", subject.certificateType() == null ? null : subject.certificateType().chinese(), "");
        line("uitcftnum", "开办主体：证件号码", subject.certificateNumber(), "");
        line("uitcftid", "开办主体：证件照片", null, "清晰，不超过 512 KB");
        line("uitadrstr", "开办主体：地址", subject.address(), "");
        line("lglnm", "开办主体：投资或主管单位", subject.legalRepresentative() == null ? null : subject.legalRepresentative().name(),
            "法定代表人或最高负责人");
    }

    private void person(String who, Person person, String note) {
        if (person == null || Boolean.TRUE.equals(person.same())) {
            line("", who, "与主体负责人相同", note);
            return;
        }
        Principal principal = person.principal();
        boolean known = who.equals(FIRST);
        line(known ? "rpbnm" : "", who + "：姓名", principal == null ? null : principal.name(), note);
        line(known ? "rpbcftnum" : "", who + "：证件号码", principal == null ? null : principal.certificateNumber(), "");
        line(known ? "rpbadsstr" : "", who + "：常住地", person.address(), "城市到门牌号，农村到村");
        line(known ? "rpbmobile" : "", who + "：手机", principal == null ? null : principal.mobile(), "");
        line(known ? "offtel" : "", who + "：办公电话", principal == null ? null : principal.officePhone(), "格式如 0086-010-68870788");
        line(known ? "rpbmail" : "", who + "：邮箱", principal == null ? null : principal.email(), "");
    }

    private void site(Site site) {
        if (site == null) {
            return;
        }
        line("webnm", "网站：名称", site.name(), "不能用域名");
        line("moinum", "网站：备案号", site.number(), "");
        line("webopentime", "网站：开通日期", Objects.toString(site.openedOn(), null), "");
        line("maindmn", "网站：域名", String.join(" ", site.domains()), "");
        line("ip0", "网站：起止 IP", site.ips().stream().map(range -> range.from() + "-" + range.to()).collect(Collectors.joining(" ")),
            "只有一个时起止相同");
        line("aspname", "网站：网络接入服务商", provider(site.access()), "没有时选“其他”并填写");
        line("dspname", "网站：域名注册服务商", provider(site.registrar()), "没有时选“其他”并填写");
        line("", "网站：服务类型", String.join(" ", site.serviceTypes()), "没有的内容不要勾选");
        line("interactive", "网站：是否交互式", site.interactive() == null ? null : site.interactive() ? "交互式" : "非交互式",
            "交互式网站须面审或实地检查");
        line("cotitemFile", "网站：危险品信息", Boolean.TRUE.equals(site.dangerousGoods()) ? "有" : "无", "有时上传许可证");
        line("proaudFile", "网站：前置审批", site.preApprovals().stream().map(type -> type.chinese()).collect(Collectors.joining(" ")),
            "没有的不要勾选");
    }

    private static String provider(Provider provider) {
        return provider == null ? null : (Boolean.TRUE.equals(provider.overseas()) ? "境外 " : "境内 ")
            + Objects.toString(provider.provinceId(), "") + " " + Objects.toString(provider.name(), "");
    }

    private void line(String field, String label, String value, String note) {
        csv.append(cell(field)).append(',').append(cell(label)).append(',').append(cell(Objects.toString(value, ""))).append(',')
            .append(cell(note)).append("\r\n");
    }

    /** Quoted; what a spreadsheet would take for a formula is made text. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
