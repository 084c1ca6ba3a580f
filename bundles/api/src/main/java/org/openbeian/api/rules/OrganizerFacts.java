package org.openbeian.api.rules;

import java.util.List;
import org.openbeian.api.model.CertificateType;
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
            "e-mail of the organizer's principal"));

    private OrganizerFacts() {
    }
}
