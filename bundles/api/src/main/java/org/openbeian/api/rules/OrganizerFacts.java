package org.openbeian.api.rules;

import java.util.List;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.GovernmentKind;
import org.openbeian.api.model.GovernmentLevel;
import org.openbeian.api.model.OrganizerNature;

/** Facts of the organizer. */
final class OrganizerFacts {

    private static final FactLists F = new FactLists(Facet.ORGANIZER);

    static final List<Fact> ALL = List.of(
        F.code("organizer.nature", OrganizerNature.class, "/nature", "主办单位性质", "nature of the organizer"),
        F.open("organizer.isPerson", FactType.FLAG, "/nature", "是否个人", "whether the organizer is a natural person"),
        F.open("organizer.province", FactType.TEXT, "/provinceId", "备案省份", "filing province"),
        F.open("organizer.city", FactType.TEXT, "/cityId", "所在城市", "city"),
        F.open("organizer.county", FactType.TEXT, "/countyId", "所在区县", "county or district"),
        F.open("organizer.regionAgrees", FactType.FLAG, "/countyId", "省市县是否一致",
            "whether city and county lie in the filing province"),
        F.code("organizer.certificateType", CertificateType.class, "/certificateType", "主办单位证件类型",
            "kind of the organizer's certificate"),
        F.open("organizer.certificateFitsNature", FactType.FLAG, "/certificateType", "证件类型与单位性质是否相符",
            "whether the kind of certificate belongs to the nature"),
        F.personal("organizer.certificateNumber", FactType.TEXT, "/certificateNumber", "主办单位证件号码",
            "number of the organizer's certificate"),
        F.open("organizer.certificateProvince", FactType.TEXT, "/certificateNumber", "证件号码所示省份",
            "province that the certificate's number names"),
        F.personal("organizer.name", FactType.TEXT, "/name", "主办单位名称", "name of the organizer"),
        F.personal("organizer.certificateAddress", FactType.TEXT, "/certificateAddress", "主办单位证件住所",
            "address on the organizer's certificate"),
        F.personal("organizer.postalAddress", FactType.TEXT, "/postalAddress", "主办单位通信地址",
            "postal address of the organizer"),
        F.personal("organizer.superiorUnit", FactType.TEXT, "/superiorUnit", "投资人或上级主管单位",
            "investor or superior unit"),
        F.personal("organizer.remark", FactType.TEXT, "/remark", "主体备注", "remark of the organizer"),
        F.personal("organizer.legalRepresentative.name", FactType.TEXT, "/legalRepresentative/name", "法定代表人姓名",
            "name of the legal representative"),
        F.code("organizer.legalRepresentative.certificateType", CertificateType.class,
            "/legalRepresentative/certificateType", "法定代表人证件类型", "document of the legal representative"),
        F.personal("organizer.legalRepresentative.certificateNumber", FactType.TEXT,
            "/legalRepresentative/certificateNumber", "法定代表人证件号码", "document number of the legal representative"),
        F.personal("organizer.principal.name", FactType.TEXT, "/principal/name", "主体负责人姓名",
            "name of the organizer's principal"),
        F.personal("organizer.principal.certificateNumber", FactType.TEXT, "/principal/certificateNumber",
            "主体负责人证件号码", "document number of the organizer's principal"),
        F.personal("organizer.principal.mobile", FactType.TEXT, "/principal/mobile", "主体负责人手机号码",
            "mobile of the organizer's principal"),
        F.personal("organizer.principal.email", FactType.TEXT, "/principal/email", "主体负责人电子邮箱",
            "e-mail of the organizer's principal"),
        F.code("organizer.principal.certificateType", CertificateType.class, "/principal/certificateType",
            "主体负责人证件类型", "document of the organizer's principal"),
        F.personal("organizer.principal.emergencyContact", FactType.TEXT, "/principal/emergencyContact",
            "主体负责人应急联系电话", "emergency number of the organizer's principal"),
        F.open("organizer.creditCodeHead", FactType.TEXT, "/certificateNumber", "统一社会信用代码前两位",
            "first two signs of the organizer's unified social credit code: registering department and class"),
        F.open("organizer.soleTrader", FactType.FLAG, "/certificateNumber", "是否个体工商户",
            "whether the credit code is that of a sole trader"),
        F.open("organizer.addressProvince", FactType.TEXT, "/postalAddress", "通信地址所在省份",
            "province that the postal address begins with"),
        F.open("organizer.addressCity", FactType.TEXT, "/postalAddress", "通信地址所在城市",
            "city or prefecture that the postal address names"),
        F.open("organizer.certificateCity", FactType.TEXT, "/certificateAddress", "证件住所所在城市",
            "city or prefecture that the address on the certificate names"),
        F.code("organizer.government.kind", GovernmentKind.class, "/government/kind", "政府机构类别", "kind of government body"),
        F.code("organizer.government.level", GovernmentLevel.class, "/government/level", "政府层级", "level of government"),
        F.open("organizer.government.administrative", FactType.FLAG, "/government/administrative", "是否承担行政职能",
            "whether a public institution has administrative functions"),
        F.open("organizer.government.function", FactType.TEXT, "/government/function", "职能", "function of the government body"),
        F.open("organizer.government.institutionType", FactType.TEXT, "/government/institutionType", "机构类型",
            "type of institution"),
        F.open("organizer.government.parentPortal", FactType.TEXT, "/government/parentPortal", "上级政府门户网站域名",
            "portal domain of the government or department above"),
        F.open("organizer.government.parentDomain", FactType.TEXT, "/government/parentPortal", "上级政府域名",
            "portal domain of the government or department above, without www"),
        F.open("organizer.filed.number", FactType.TEXT, null, "主体备案号", "filing number that the organizer has already"),
        F.code("organizer.filed.nature", OrganizerNature.class, "/nature", "已备案的主办单位性质", "nature on record"),
        F.personal("organizer.filed.name", FactType.TEXT, "/name", "已备案的主办单位名称", "name on record"),
        F.code("organizer.filed.certificateType", CertificateType.class, "/certificateType", "已备案的证件类型",
            "kind of certificate on record"),
        F.personal("organizer.filed.certificateNumber", FactType.TEXT, "/certificateNumber", "已备案的证件号码",
            "certificate number on record"),
        F.personal("organizer.filed.principal.certificateNumber", FactType.TEXT, "/principal/certificateNumber",
            "已备案的主体负责人证件号码", "document number on record of the organizer's principal"),
        F.open("organizer.changed", FactType.TEXTS, "", "与备案数据不同的主体字段",
            "fields of the organizer that differ from those on record, such as name or certificateNumber"),
        F.open("organizer.filedServices", FactType.NUMBER, null, "主体的服务总数",
            "number of the organizer's services: those on record and those of this order"));

    private OrganizerFacts() {
    }
}
