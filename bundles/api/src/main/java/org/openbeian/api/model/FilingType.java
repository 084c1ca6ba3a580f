package org.openbeian.api.model;

/** The kinds of filing (备案类型) that an order can ask for. Requirements E-08 to E-17. */
public enum FilingType {
    /** 首次备案: organizer and service for the first time (E-08). */
    FIRST,
    /** 新增备案: a further service of a filed organizer (E-09). */
    NEW_SERVICE,
    /** 接入备案: a service filed elsewhere gets this provider added (E-10). */
    ACCESS,
    /** 变更主体: organizer data change (E-11). */
    CHANGE_ORGANIZER,
    /** 变更互联网信息服务: service data change (E-12). */
    CHANGE_SERVICE,
    /** 变更备案: organizer and service data change in one order (E-13). */
    CHANGE_BOTH,
    /** 注销主体: the organizer and all of its services end (E-14). */
    CANCEL_ORGANIZER,
    /** 注销互联网信息服务: one service ends (E-15). */
    CANCEL_SERVICE,
    /** 取消接入: this provider is unlinked from a service (E-17). */
    CANCEL_ACCESS
}
