package org.openbeian.api.model;

/** The kinds of filing (备案类型) that an order can ask for. Requirements E-08 to E-17. */
public enum FilingType {
    /** 首次备案: organizer and service for the first time (E-08). */
    FIRST("首次备案", "First filing"),
    /** 新增备案: a further service of a filed organizer (E-09). */
    NEW_SERVICE("新增互联网信息服务", "New service"),
    /** 接入备案: a service filed elsewhere gets this provider added (E-10). */
    ACCESS("接入备案", "Access filing"),
    /** 变更主体: organizer data change (E-11). */
    CHANGE_ORGANIZER("变更主体", "Change of the organizer"),
    /** 变更互联网信息服务: service data change (E-12). */
    CHANGE_SERVICE("变更互联网信息服务", "Change of a service"),
    /** 变更备案: organizer and service data change in one order (E-13). */
    CHANGE_BOTH("变更备案", "Change of organizer and service"),
    /** 注销主体: the organizer and all of its services end (E-14). */
    CANCEL_ORGANIZER("注销主体", "Cancellation of the organizer"),
    /** 注销互联网信息服务: one service ends (E-15). */
    CANCEL_SERVICE("注销互联网信息服务", "Cancellation of a service"),
    /** 取消接入: this provider is unlinked from a service (E-17). */
    CANCEL_ACCESS("取消接入", "Cancellation of an access");

    private final String chinese;
    private final String english;

    FilingType(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The Chinese name for people, never null. */
    public String chinese() {
        return chinese;
    }

    /** The English name for people, never null. */
    public String english() {
        return english;
    }
}
