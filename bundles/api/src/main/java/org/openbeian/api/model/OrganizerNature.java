package org.openbeian.api.model;

/**
 * Nature of an organizer (单位性质), with the regulator's number ({@code Dwxz}). The numbers are those of the
 * regulator's code table; 7 and 8 are not in use.
 */
public enum OrganizerNature {
    /** 国防机构. */
    DEFENCE(1, "国防机构"),
    /** 政府机关. */
    GOVERNMENT(2, "政府机关"),
    /** 事业单位. */
    PUBLIC_INSTITUTION(3, "事业单位"),
    /** 企业. */
    ENTERPRISE(4, "企业"),
    /** 个人. */
    INDIVIDUAL(5, "个人"),
    /** 社会团体. */
    SOCIAL_GROUP(6, "社会团体"),
    /** 民办非企业单位. */
    PRIVATE_NON_ENTERPRISE(9, "民办非企业单位"),
    /** 基金会. */
    FOUNDATION(10, "基金会"),
    /** 律师执业机构. */
    LAW_PRACTICE(11, "律师执业机构"),
    /** 外国在华文化中心. */
    FOREIGN_CULTURE_CENTER(12, "外国在华文化中心"),
    /** 群众性团体组织. */
    MASS_ORGANIZATION(13, "群众性团体组织"),
    /** 司法鉴定机构. */
    JUDICIAL_APPRAISAL(14, "司法鉴定机构"),
    /** 宗教团体. */
    RELIGIOUS(15, "宗教团体"),
    /** 境外机构. */
    OVERSEAS_BODY(16, "境外机构"),
    /** 医疗机构. */
    MEDICAL(17, "医疗机构"),
    /** 公证机构. */
    NOTARY(18, "公证机构"),
    /** 集体经济. */
    COLLECTIVE_ECONOMY(19, "集体经济"),
    /** 仲裁机构. */
    ARBITRATION(20, "仲裁机构");

    private final int code;
    private final String chinese;

    OrganizerNature(int code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** The number of this nature on the regulator's interface. */
    public int code() {
        return code;
    }

    /** The Chinese term shown to people. */
    public String chinese() {
        return chinese;
    }

    /** Whether the organizer is a natural person. */
    public boolean isPerson() {
        return this == INDIVIDUAL;
    }
}
