package org.openbeian.api.model;

/** The kinds of government bodies whose sites the rules of government domains are for (E-22). */
public enum GovernmentKind {
    /** 国务院部门. */
    STATE_COUNCIL_DEPARTMENT("国务院部门"),
    /** 国务院垂直管理部门的基层单位. */
    STATE_COUNCIL_BRANCH("国务院垂直管理部门的基层单位"),
    /** 县级以上地方人民政府. */
    LOCAL_GOVERNMENT("县级以上地方人民政府"),
    /** 省级、地市级政府部门. */
    GOVERNMENT_DEPARTMENT("省级、地市级政府部门");

    private final String chinese;

    GovernmentKind(String chinese) {
        this.chinese = chinese;
    }

    /** The Chinese term shown to people. */
    public String chinese() {
        return chinese;
    }
}
