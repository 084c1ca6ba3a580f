package org.openbeian.publicsecurity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.Principal;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Person;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Subject;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.identifier.OrganizationCode;
import org.openbeian.core.identifier.Phones;
import org.openbeian.core.identifier.RegistrationNumber;
import org.openbeian.core.identifier.ResidentId;
import org.openbeian.core.identifier.SocialCreditCode;

/** Checks a form against what the platform asks (T-66 to T-87). Findings hold no personal data. For one form; not thread-safe. */
final class FormCheck {

    private static final String BUNDLE = "org.openbeian.public.security";
    private static final Pattern UNIT_NAME = Pattern.compile("[\\u3400-\\u9fff（）()·\\x{20000}-\\x{2fa1f}]{4,100}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}");
    /** Down to a number of a door or box, or a village. */
    private static final Pattern DETAILED = Pattern.compile(".*(\\d+\\s*(号|室|栋|幢|单元|弄|楼|信箱)|村|组|屯).*");
    private static final Pattern DISTRICT = Pattern.compile(".*(街道|镇|乡|路|街|巷|大道|村|社区|信箱).*");

    private final PublicSecurityForm form;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    FormCheck(PublicSecurityForm form, LocalDate today) {
        this.form = form;
        this.today = today;
    }

    /** Everything that is missing or wrong. */
    List<Finding> all() {
        subject();
        person("/person", form.person(), true);
        new SiteCheck(this, form).all();
        role("/siteContact", form.siteContact());
        role("/security", form.security());
        role("/opinion", form.opinion());
        return findings;
    }

    void block(String code, String pointer, String row, String zh, String en, String mendZh, String mendEn) {
        add(Severity.BLOCK, code, pointer, row, zh, en, mendZh, mendEn);
    }

    void warn(String code, String pointer, String row, String zh, String en, String mendZh, String mendEn) {
        add(Severity.WARN, code, pointer, row, zh, en, mendZh, mendEn);
    }

    private void add(Severity severity, String code, String pointer, String row, String zh, String en, String mendZh, String mendEn) {
        findings.add(new Finding(code, severity, pointer, new LocalizedText(zh, en), new LocalizedText(mendZh, mendEn),
            new RuleSource(row, "undated", null), BUNDLE, null));
    }

    /** Whether something is there; says so otherwise. */
    boolean present(Object value, String pointer, String zh, String en) {
        boolean there = value != null && !value.toString().isBlank() && !(value instanceof List<?> list && list.isEmpty());
        if (!there) {
            block("psb-missing", pointer, "T-59", zh + "未填写", en + " is missing", "请填写" + zh, "Enter the " + en);
        }
        return there;
    }

    private void subject() {
        Subject subject = form.organizer();
        if (!present(subject, "/organizer", "开办主体", "subject")) {
            return;
        }
        boolean nature = present(subject.nature(), "/organizer/nature", "单位性质", "nature");
        if (present(subject.name(), "/organizer/name", "单位名称", "name of the subject") && nature) {
            name(subject);
        }
        present(subject.certificateType(), "/organizer/certificateType", "证件类型", "kind of certificate");
        if (present(subject.certificateNumber(), "/organizer/certificateNumber", "证件号码", "certificate number") && nature) {
            certificate(subject);
        }
        present(subject.address(), "/organizer/address", "办公地址", "address");
        if (nature && !subject.nature().isPerson()) {
            leader(subject);
        }
    }

    private void name(Subject subject) {
        String name = subject.name().strip();
        boolean individual = subject.nature().isPerson();
        String site = form.site() == null ? null : form.site().name();
        if (individual ? !NameRules.isPerson(name, subject.certificateType() != CertificateType.RESIDENT_ID)
                : !UNIT_NAME.matcher(name).matches() || name.equals(site)) {
            block("psb-unit-name", "/organizer/name", "T-66", "单位名称须为证件上的全称，不能用数字、字母、符号或网站名称代替",
                "The name must be the full one on the certificate, without digits, letters and signs, and not the website's",
                "请按证件填写全称", "Enter the full name on the certificate");
        }
        boolean company = name.endsWith("公司") || name.endsWith("集团");
        if (individual && NameRules.COMPANY.matcher(name).find() || company && subject.nature() != OrganizerNature.ENTERPRISE) {
            warn("psb-nature-name", "/organizer/nature", "T-67", "单位性质与名称不符，名称像是企业", "The nature does not fit the name, which is"
                + " that of an enterprise", "请核对，单位性质应为企业", "Check it; the nature should be enterprise");
        } else if (subject.nature() == OrganizerNature.ENTERPRISE && name.length() <= 4 && !NameRules.COMPANY.matcher(name).find()) {
            warn("psb-nature-name", "/organizer/nature", "T-67", "单位性质与名称不符，名称像是个人", "The nature does not fit the name, which is"
                + " that of a person", "请核对，单位性质应为个人", "Check it; the nature should be individual");
        }
    }

    private void certificate(Subject subject) {
        CertificateType type = subject.certificateType();
        if (type != null && !type.natures().isEmpty() && !type.natures().contains(subject.nature()) && !isGeneralId(subject)) {
            block("psb-certificate-kind", "/organizer/certificateType", "T-68", "证件类型与单位性质不符", "The kind of certificate does not fit"
                + " the nature", "请选择该性质的证件", "Choose a certificate of this nature");
        }
        String number = subject.certificateNumber().strip();
        boolean right = subject.nature().isPerson()
            ? type != CertificateType.RESIDENT_ID || ResidentId.check(number, today).isEmpty()
            : SocialCreditCode.check(number).isEmpty() || RegistrationNumber.check(number).isEmpty()
                || OrganizationCode.check(number).isEmpty() || subject.nature() != OrganizerNature.ENTERPRISE
                    && ResidentId.check(number, today).isPresent();
        if (!right) {
            block("psb-certificate-number", "/organizer/certificateNumber", "T-68", "证件号码格式不正确或与单位性质不符",
                "The certificate number is malformed or does not fit the nature", "请填写统一社会信用代码、注册号或组织机构代码；个人填写身份证号码",
                "Enter the social credit code, the registration number or the organization code; an individual its ID number");
        }
    }

    /** Every unit has the certificate of its social credit code. */
    private static boolean isGeneralId(Subject subject) {
        return !subject.nature().isPerson() && subject.certificateType() == CertificateType.SOCIAL_CREDIT_CERT;
    }

    private void leader(Subject subject) {
        String leader = subject.legalRepresentative() == null ? null : subject.legalRepresentative().name();
        if (leader == null || leader.isBlank()) {
            block("psb-leader", "/organizer/legalRepresentative/name", "T-69", "投资或主管单位一栏须填写法定代表人或最高负责人",
                "The legal person or highest leader is missing", "请填写其姓名", "Enter the name");
        } else if (!NameRules.isPerson(leader, true)) {
            personName("/organizer/legalRepresentative/name");
        }
    }

    private void personName(String pointer) {
        block("psb-person-name", pointer, "T-87", "姓名须为真实全名，不能含数字、字母、称谓或填写“个人”",
            "The name must be a real full one, without digits, letters and titles", "请填写证件上的姓名", "Enter the name on the document");
    }

    private void role(String pointer, Person person) {
        if (present(person, pointer, "人员", "person") && !Boolean.TRUE.equals(person.same())) {
            person(pointer, person, false);
        }
    }

    private void person(String pointer, Person person, boolean needsResidence) {
        Principal principal = person == null ? null : person.principal();
        if (!present(principal, pointer + "/principal", "负责人", "person in charge")) {
            return;
        }
        String at = pointer + "/principal";
        boolean resident = principal.certificateType() == null || principal.certificateType() == CertificateType.RESIDENT_ID;
        if (present(principal.name(), at + "/name", "姓名", "name") && !NameRules.isPerson(principal.name(), !resident)) {
            personName(at + "/name");
        }
        if (present(principal.certificateNumber(), at + "/certificateNumber", "证件号码", "number of the document") && resident
                && ResidentId.check(principal.certificateNumber().strip(), today).isPresent()) {
            block("psb-id-number", at + "/certificateNumber", "T-68", "身份证号码不正确", "The ID number is not right", "请按身份证填写",
                "Enter it as on the ID card");
        }
        if (present(principal.mobile(), at + "/mobile", "手机号码", "mobile number")) {
            mobile(principal.mobile(), at + "/mobile");
        }
        if (present(principal.email(), at + "/email", "电子邮箱", "e-mail address") && !EMAIL.matcher(principal.email().strip()).matches()) {
            block("psb-email", at + "/email", "T-102", "电子邮箱格式不正确", "The e-mail address is malformed", "请填写有效邮箱",
                "Enter a valid one");
        }
        officePhone(principal.officePhone(), at + "/officePhone");
        residence(person.address(), pointer + "/address", needsResidence);
    }

    private void mobile(String number, String pointer) {
        String digits = Phones.mobileDigits(number);
        if (Phones.checkMobile(number).isPresent() || digits.substring(1).chars().distinct().count() == 1) {
            block("psb-mobile", pointer, "T-100", "手机号码不正确", "The mobile number is not right", "请填写本人在用的 11 位手机号码",
                "Enter a number in use, of 11 digits");
        }
    }

    private void officePhone(String number, String pointer) {
        if (number == null || number.isBlank()) {
            block("psb-office-phone-missing", pointer, "T-71", "办公电话为必填项", "The office phone is mandatory",
                "请填写，格式如 0086-010-68870788", "Enter it, such as 0086-010-68870788");
        } else {
            Phones.checkPublicSecurityLandline(number.strip()).ifPresent(fault -> block("psb-office-phone", pointer, "T-71",
                "办公电话不正确：" + fault.chinese(), "The office phone is not right: " + fault.english(),
                "格式如 0086-010-68870788，不能填写明显虚假的号码", "Write it as 0086-010-68870788; false numbers are refused"));
        }
    }

    private void residence(String address, String pointer, boolean needed) {
        if (address == null || address.isBlank()) {
            if (needed) {
                present(null, pointer, "常住地", "permanent residence");
            }
        } else if (!DETAILED.matcher(address).matches() || !DISTRICT.matcher(address).matches()) {
            warn("psb-residence", pointer, "T-70", "常住地不完整", "The permanent residence is not complete", "城市请填写到街道及门牌号或信箱号，农村请填写到村",
                "In towns down to street office and door or mailbox number, in the country down to the village");
        }
    }

    Optional<OrganizerNature> nature() {
        return Optional.ofNullable(form.organizer()).map(Subject::nature);
    }

    LocalDate today() {
        return today;
    }
}
