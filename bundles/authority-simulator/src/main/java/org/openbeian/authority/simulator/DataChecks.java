package org.openbeian.authority.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openbeian.regulator.gateway.payload.Attachment;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** What an authority checks by machine before an officer sees a filing. Stateless; clashes are found by the {@link Ledger}. */
final class DataChecks {
    private static final Set<Long> UNUSED_NATURES = Set.of(7L, 8L);
    private static final long LAST_NATURE = 20;
    private static final long LAST_LANGUAGE = 17;
    private static final long LAST_CONTENT = 33;
    private static final long LAST_METHOD = 5;
    private static final long LAST_LOCATION = 34;
    private static final long RESIDENT_ID = 2;
    private static final Set<Long> REASONS = Set.of(1L, 2L, 3L, 4L, 5L, 6L, 99L);
    private static final String ID_WEIGHTS = "79:584216379:5842";

    private DataChecks() {
    }

    /**
     * One error.
     *
     * @param code {@code Jgdm}
     * @param text {@code Dmms}
     */
    record DataError(int code, String text) {
    }

    /**
     * Every error of a filing; empty if there is none.
     *
     * @param registered provinces for which the sender is registered beside the authority's own
     */
    static List<DataError> check(Submitted filing, Province authority, Set<String> registered) {
        List<DataError> errors = new ArrayList<>();
        switch (filing.kind()) {
            case FIRST, CHANGE -> {
                XmlNode subject = filing.node().at("Zt_xx");
                Long nature = subject.number("Dwxz");
                add(errors, nature == null || nature > LAST_NATURE || UNUSED_NATURES.contains(nature), 1014, "单位性质无效");
                area(errors, subject.at("Txdz"), authority, registered);
                person(errors, subject.at("Fzr"));
            }
            case NEW_ACCESS -> access(errors, filing.node());
            case CANCEL_ACCESS, CANCEL_SUBJECT, CANCEL_SITE ->
                add(errors, !REASONS.contains(filing.node().number("Zxly")), 1026, "注销理由代码错误");
            case NEW_SITES -> { }
        }
        for (XmlNode site : filing.sites()) {
            site(errors, site);
        }
        for (Slimmer.Picture picture : filing.pictures()) {
            add(errors, !picture.jpeg() || picture.bytes() > Attachment.MAX_FORM_BYTES + 3, 5010, "附件不符合要求");
        }
        return errors;
    }

    private static void area(List<DataError> errors, XmlNode address, Province authority, Set<String> registered) {
        String province = String.valueOf(address.text("Shengid"));
        String city = String.valueOf(address.text("Shiid"));
        String county = address.text("Xianid");
        boolean known = Province.ALL.containsKey(province);
        boolean nested = known && city.startsWith(province.substring(0, 2)) && (county == null || county.startsWith(city.substring(0, 2)));
        add(errors, !nested, 1019, "省市县代码错误");
        add(errors, known && authority != Province.MINISTRY && !province.equals(authority.id()) && !registered.contains(province), 1045,
            "只能向本省管局报备");
    }

    private static void person(List<DataError> errors, XmlNode person) {
        String mobile = person.text("Fzr_sjhm");
        String email = person.text("Fzr_dzyj");
        add(errors, mobile == null || !mobile.matches("1[3-9]\\d{9}"), 1011, "手机号码无效");
        add(errors, email == null || !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), 1009, "电子邮件无效");
        Long type = person.number("Fzr_zjlx");
        add(errors, type != null && type == RESIDENT_ID && !residentId(person.text("Fzr_zjhm")), 1015, "身份证号码无效");
    }

    private static void site(List<DataError> errors, XmlNode site) {
        person(errors, site.at("Wz_Fzr"));
        for (XmlNode domain : site.all("Ym_xx")) {
            String name = domain.at("Ym").text();
            add(errors, !name.matches("(?U)[\\w-]{1,63}(\\.[\\w-]{1,63})+"), 1004, "域名无效: " + name);
        }
        add(errors, !codes(site.at("Fwnr"), "Fwnr_id", LAST_CONTENT), 1034, "服务内容代码无效");
        add(errors, !codes(site.at("Yylb"), "Yylb_id", LAST_LANGUAGE), 1066, "语言类别代码错误");
        site.all("Jr_xx").forEach(access -> access(errors, access));
    }

    private static void access(List<DataError> errors, XmlNode access) {
        add(errors, !codes(access.at("Wzfb"), "Fbdd", LAST_LOCATION), 1036, "服务器放置地无效");
        add(errors, !codes(access.at("Wzjrfs"), "Jrfs", LAST_METHOD), 1035, "接入方式无效");
        for (XmlNode range : access.all("Ip_xx")) {
            long first = range.number("Qsip");
            add(errors, first > range.number("Zzip") || !isPublic(first), 1006, "IP地址无效");
        }
    }

    private static boolean codes(XmlNode parent, String name, long last) {
        return parent.all(name).stream().allMatch(code -> Long.parseLong(code.text()) <= last);
    }

    private static boolean isPublic(long address) {
        int first = (int) (address >> 24);
        int second = (int) (address >> 16 & 0xFF);
        boolean privateUse = first == 10 || first == 172 && second >= 16 && second < 32 || first == 192 && second == 168;
        boolean special = first == 0 || first == 127 || first == 169 && second == 254 || first == 100 && second >= 64 && second < 128;
        return !privateUse && !special && first < 224;
    }

    private static boolean residentId(String number) {
        if (number == null || !number.matches("\\d{17}[\\dXx]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * (ID_WEIGHTS.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    private static void add(List<DataError> errors, boolean wrong, int code, String text) {
        if (wrong) {
            errors.add(new DataError(code, text));
        }
    }
}
