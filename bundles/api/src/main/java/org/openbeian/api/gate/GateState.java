package org.openbeian.api.gate;

import org.openbeian.api.model.LocalizedText;

/** Where a domain stands with access here: the rows of the matrix of access while filing. */
public enum GateState {
    /** Nothing is known of it here: not filed here, and no order under way (A-04, W-18). */
    NONE("not-accessed-here", false, "未在本接入商备案或接入", "It is not filed with access here"),
    /** Filed with access here; also while a change is under way. */
    FILED("filed", true, "已备案并接入", "It is filed with access here"),
    /** A first filing or a new service is under way (Q-03, Q-37, E-21). */
    FIRST_FILING("filing-under-way", false, "备案办理中，取得备案号前不得开通", "Its filing is under way; it must not open before the number"),
    /** Access is being filed here; it may be open at the original provider (Q-39, W-26). */
    ACCESS_FILING("access-under-way", false, "接入备案办理中，审批通过前不得解析至此",
        "Its access filing is under way; it must not resolve here before it is granted"),
    /** A change under way adds it. */
    ADDED_BY_CHANGE("added-by-change", false, "变更新增的域名，变更通过前不得开通", "A change under way adds it; it must not open before that"),
    /** Its service or organizer was cancelled (E-14, E-15). */
    CANCELLED("cancelled", false, "备案已注销", "Its filing was cancelled"),
    /** Access here was cancelled; elsewhere nothing changes (E-17). */
    ACCESS_CANCELLED("access-cancelled", false, "已取消接入本接入商", "Its access here was cancelled"),
    /** It was told to file by a day that is over (W-25). */
    NOTICE_EXPIRED("notice-expired", false, "已逾通知期限仍未备案，已阻断", "It did not file by the day it was told; it is blocked"),
    /** It was found open while unfiled; it is isolated, and the carrier may block its address. */
    ISOLATED("isolated", false, "未备案即开通，已隔离", "It was found open while unfiled; it is isolated"),
    /** The authority blacklisted it. */
    BLACKLISTED("blacklisted", false, "已被管局列入黑名单，已阻断", "The authority blacklisted it; it is blocked");

    private final String reason;
    private final boolean open;
    private final LocalizedText text;

    GateState(String reason, boolean open, String zh, String en) {
        this.reason = reason;
        this.open = open;
        this.text = new LocalizedText(zh, en);
    }

    /** Stable word for programs. */
    public String reason() {
        return reason;
    }

    /** Whether it may be served here. */
    public boolean open() {
        return open;
    }

    /** What opens it: {@code filing}, {@code access} or {@code grant}; null when it is open, and when only the authority can tell. */
    public String until() {
        return switch (this) {
            case FILED, BLACKLISTED -> null;
            case FIRST_FILING, ACCESS_FILING, ADDED_BY_CHANGE -> "grant";
            case ACCESS_CANCELLED -> "access";
            case NONE, CANCELLED, NOTICE_EXPIRED, ISOLATED -> "filing";
        };
    }

    /** The reason for people. */
    public LocalizedText text() {
        return text;
    }
}
