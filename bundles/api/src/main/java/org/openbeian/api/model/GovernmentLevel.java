package org.openbeian.api.model;

/** Level of a government body, which decides on its form for the domain audit (政府网站域名业务审核表, E-30). */
public enum GovernmentLevel {
    /** 国家级. */
    STATE("国家级"),
    /** 省级. */
    PROVINCE("省级"),
    /** 地市级. */
    PREFECTURE("地市级"),
    /** 县级. */
    COUNTY("县级");

    private final String chinese;

    GovernmentLevel(String chinese) {
        this.chinese = chinese;
    }

    /** The Chinese term shown to people. */
    public String chinese() {
        return chinese;
    }
}
