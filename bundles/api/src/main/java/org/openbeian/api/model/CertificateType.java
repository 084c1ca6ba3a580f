package org.openbeian.api.model;

import java.util.Set;

/**
 * Kind of certificate (证件类型), with the regulator's number ({@code Zjlx}) and the natures that use it. The regulator
 * numbers some certificates once per nature, so several constants carry one Chinese name.
 */
public enum CertificateType {
    /** 营业执照（个人或企业）. */
    BUSINESS_LICENCE(1, "营业执照（个人或企业）", OrganizerNature.ENTERPRISE),
    /** 居民身份证. */
    RESIDENT_ID(2, "居民身份证", OrganizerNature.INDIVIDUAL),
    /** 组织机构代码证. */
    ORG_CODE_PI(3, "组织机构代码证", OrganizerNature.PUBLIC_INSTITUTION),
    /** 事业单位法人证书. */
    PI_LEGAL_PERSON(4, "事业单位法人证书", OrganizerNature.PUBLIC_INSTITUTION),
    /** 部队代号. */
    MILITARY_UNIT_CODE(5, "部队代号", OrganizerNature.DEFENCE),
    /** 社会团体法人登记证书. */
    SOCIAL_GROUP_REG(6, "社会团体法人登记证书", OrganizerNature.SOCIAL_GROUP),
    /** 护照. */
    PASSPORT(7, "护照", OrganizerNature.INDIVIDUAL),
    /** 军官证. */
    OFFICER_CARD(8, "军官证", OrganizerNature.INDIVIDUAL),
    /** 组织机构代码证. */
    ORG_CODE_GOV(9, "组织机构代码证", OrganizerNature.GOVERNMENT),
    /** 组织机构代码证. */
    ORG_CODE_SOCIAL(10, "组织机构代码证", OrganizerNature.SOCIAL_GROUP),
    /** 台湾居民来往大陆通行证. */
    TAIWAN_PERMIT(11, "台湾居民来往大陆通行证", OrganizerNature.INDIVIDUAL),
    /** 组织机构代码证. */
    ORG_CODE_ENTERPRISE(12, "组织机构代码证", OrganizerNature.ENTERPRISE),
    /** 统一社会信用代码证书. */
    USCC_GOV(13, "统一社会信用代码证书", OrganizerNature.GOVERNMENT),
    /** 港澳居民来往内地通行证. */
    HKMO_PERMIT(14, "港澳居民来往内地通行证", OrganizerNature.INDIVIDUAL),
    /** 统一社会信用代码证书. */
    USCC_PI(15, "统一社会信用代码证书", OrganizerNature.PUBLIC_INSTITUTION),
    /** 组织机构代码证. */
    ORG_CODE_PNE(16, "组织机构代码证", OrganizerNature.PRIVATE_NON_ENTERPRISE),
    /** 民办非企业单位登记证书. */
    PNE_REG(17, "民办非企业单位登记证书", OrganizerNature.PRIVATE_NON_ENTERPRISE),
    /** 组织机构代码证. */
    ORG_CODE_FOUNDATION(18, "组织机构代码证", OrganizerNature.FOUNDATION),
    /** 基金会法人登记证书. */
    FOUNDATION_REG(19, "基金会法人登记证书", OrganizerNature.FOUNDATION),
    /** 组织机构代码证. */
    ORG_CODE_LAW(20, "组织机构代码证", OrganizerNature.LAW_PRACTICE),
    /** 律师事务所执业许可证. */
    LAW_FIRM_LICENCE(21, "律师事务所执业许可证", OrganizerNature.LAW_PRACTICE),
    /** 外国在华文化中心登记证. */
    FOREIGN_CULTURE_REG(22, "外国在华文化中心登记证", OrganizerNature.FOREIGN_CULTURE_CENTER),
    /** 军队单位对外有偿服务许可证. */
    MILITARY_PAID_SERVICE(23, "军队单位对外有偿服务许可证", OrganizerNature.DEFENCE),
    /** 统一社会信用代码证书. */
    USCC_MASS(24, "统一社会信用代码证书", OrganizerNature.MASS_ORGANIZATION),
    /** 宗教活动场所登记证. */
    RELIGIOUS_SITE_REG(25, "宗教活动场所登记证", OrganizerNature.RELIGIOUS),
    /** 外国企业常驻代表机构登记证. */
    FOREIGN_REP_OFFICE(27, "外国企业常驻代表机构登记证", OrganizerNature.ENTERPRISE),
    /** 司法鉴定许可证. */
    JUDICIAL_APPRAISAL_LICENCE(28, "司法鉴定许可证", OrganizerNature.JUDICIAL_APPRAISAL),
    /** 外国人永久居留身份证. */
    FOREIGN_PERMANENT_ID(30, "外国人永久居留身份证", OrganizerNature.INDIVIDUAL),
    /** 外国政府旅游部门常驻代表机构批准登记证. */
    FOREIGN_TOURISM_OFFICE(34, "外国政府旅游部门常驻代表机构批准登记证", OrganizerNature.FOREIGN_CULTURE_CENTER),
    /** 境外机构证件. */
    OVERSEAS_BODY_DOC(35, "境外机构证件", OrganizerNature.OVERSEAS_BODY),
    /** 社会服务机构登记证书. */
    SOCIAL_SERVICE_REG(36, "社会服务机构登记证书", OrganizerNature.PRIVATE_NON_ENTERPRISE),
    /** 民办学校办学许可证. */
    PRIVATE_SCHOOL_LICENCE(37, "民办学校办学许可证", OrganizerNature.PRIVATE_NON_ENTERPRISE),
    /** 医疗机构执业许可证. */
    MEDICAL_LICENCE(38, "医疗机构执业许可证", OrganizerNature.MEDICAL),
    /** 公证机构执业证. */
    NOTARY_LICENCE(39, "公证机构执业证", OrganizerNature.NOTARY),
    /** 北京市外国驻华使馆人员子女学校办学许可证. */
    EMBASSY_SCHOOL_LICENCE(40, "北京市外国驻华使馆人员子女学校办学许可证", OrganizerNature.FOREIGN_CULTURE_CENTER),
    /** 港澳居民居住证. */
    HKMO_RESIDENCE(41, "港澳居民居住证", OrganizerNature.INDIVIDUAL),
    /** 台湾居民居住证. */
    TAIWAN_RESIDENCE(42, "台湾居民居住证", OrganizerNature.INDIVIDUAL),
    /** 农村集体经济组织登记证. */
    RURAL_COLLECTIVE_REG(43, "农村集体经济组织登记证", OrganizerNature.COLLECTIVE_ECONOMY),
    /** 仲裁委员会登记证. */
    ARBITRATION_REG(44, "仲裁委员会登记证", OrganizerNature.ARBITRATION),
    /** 境外非政府组织代表机构登记证书. */
    OVERSEAS_NGO_REG(46, "境外非政府组织代表机构登记证书"),
    /** 外国驻华新闻机构证. */
    FOREIGN_PRESS(47, "外国驻华新闻机构证"),
    /** 港澳台地区旅游部门常驻代表机构批准登记证. */
    HMT_TOURISM_OFFICE(48, "港澳台地区旅游部门常驻代表机构批准登记证"),
    /** 中华人民共和国社会信用代码证书. */
    SOCIAL_CREDIT_CERT(49, "中华人民共和国社会信用代码证书");

    private final int code;
    private final String chinese;
    private final Set<OrganizerNature> natures;

    CertificateType(int code, String chinese, OrganizerNature... natures) {
        this.code = code;
        this.chinese = chinese;
        this.natures = Set.of(natures);
    }

    /** The number of this certificate on the regulator's interface. */
    public int code() {
        return code;
    }

    /** The Chinese term shown to people. */
    public String chinese() {
        return chinese;
    }

    /** The organizer natures that identify themselves by this certificate; empty when not known. */
    public Set<OrganizerNature> natures() {
        return natures;
    }
}
