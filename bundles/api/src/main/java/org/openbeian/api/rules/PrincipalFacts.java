package org.openbeian.api.rules;

import java.util.List;
import org.openbeian.api.model.CertificateType;

/** Facts of a principal, the organizer's or a service's. */
final class PrincipalFacts {

    private static final FactLists F = new FactLists(Facet.PRINCIPAL);

    static final List<Fact> ALL = List.of(
        F.code("principal.role", List.of("ORGANIZER", "SERVICE"), "", "负责人角色", "of whom he is the principal"),
        F.personal("principal.name", FactType.TEXT, "/name", "负责人姓名", "name of the principal"),
        F.code("principal.certificateType", CertificateType.class, "/certificateType", "负责人证件类型",
            "kind of the principal's document"),
        F.personal("principal.certificateNumber", FactType.TEXT, "/certificateNumber", "负责人证件号码",
            "number of the principal's document"),
        F.open("principal.idCard.province", FactType.TEXT, "/certificateAddress", "身份证住址所在省份",
            "province of the address on the principal's ID card; when that address names none, of the card's number"),
        F.open("principal.idCard.numberProvince", FactType.TEXT, "/certificateNumber", "身份证号码所示省份",
            "province that the number of the principal's ID card begins with"),
        F.open("principal.age", FactType.NUMBER, "/certificateNumber", "负责人年龄",
            "age by the birth date in the principal's ID number"),
        F.code("principal.sex", List.of("MALE", "FEMALE"), "/certificateNumber", "负责人性别",
            "sex by the serial in the principal's ID number"),
        F.open("principal.isLegalRepresentative", FactType.FLAG, "/certificateNumber", "是否法定代表人",
            "whether he is the organizer's legal representative, by document number"),
        F.open("principal.isOrganizerPrincipal", FactType.FLAG, "/certificateNumber", "是否与主体负责人为同一人",
            "whether he is the organizer's principal, by document number"),
        F.open("principal.validFrom", FactType.DATE, "/validFrom", "证件有效期起始日", "first day of the document's validity"),
        F.open("principal.validUntil", FactType.DATE, "/validUntil", "证件有效期截止日", "last day of the document's validity"),
        F.open("principal.longTerm", FactType.FLAG, "/longTerm", "证件长期有效", "whether the document is valid long-term"),
        F.personal("principal.certificateAddress", FactType.TEXT, "/certificateAddress", "证件住址",
            "address on the principal's document"),
        F.personal("principal.mobile", FactType.TEXT, "/mobile", "手机号码", "mobile number"),
        F.open("principal.mobileHead", FactType.TEXT, "/mobile", "手机号段", "first three digits of the mobile number"),
        F.open("principal.mobileProvince", FactType.TEXT, "/mobile", "手机号码归属省份", "province to which the mobile number belongs"),
        F.open("principal.emergencyProvince", FactType.TEXT, "/emergencyContact", "应急电话归属省份",
            "province to which the emergency number belongs"),
        F.open("principal.distinctPhones", FactType.NUMBER, "/mobile", "两名负责人的不同号码数",
            "number of different ones among mobile and emergency numbers of this principal and of the organizer's"),
        F.open("principal.mobileOfOtherOrganizer", FactType.FLAG, "/mobile", "手机号码是否被其他主体使用",
            "whether another organizer uses this mobile number"),
        F.open("principal.certificateOfOtherOrganizer", FactType.FLAG, "/certificateNumber", "证件是否被其他主体使用",
            "whether another organizer names this person"),
        F.personal("principal.emergencyContact", FactType.TEXT, "/emergencyContact", "应急联系电话", "emergency number"),
        F.personal("principal.email", FactType.TEXT, "/email", "电子邮箱", "e-mail address"),
        F.personal("principal.officePhone", FactType.TEXT, "/officePhone", "办公电话", "office landline"),
        F.open("principal.officePhoneArea", FactType.TEXT, "/officePhone", "办公电话区号",
            "area code of the office landline, such as 010"),
        F.open("verification.passed", FactType.FLAG, "", "视频核身是否通过", "whether the face video shows the principal"),
        F.open("verification.ip.province", FactType.TEXT, "", "视频核身时所在省份",
            "province of the address from which the face video was taken"));

    private PrincipalFacts() {
    }
}
