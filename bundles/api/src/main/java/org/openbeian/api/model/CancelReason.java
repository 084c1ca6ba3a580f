package org.openbeian.api.model;

/**
 * Why a filing is to end (注销理由, {@code Zxly}). The regulator's own table is not public; the numbers are placeholders of ours
 * until its code tables are downloaded.
 */
public enum CancelReason {
    /** 主办者主动申请. */
    OWN_WISH(1, "主办者主动申请"),
    /** 域名不再持有或已过期. */
    DOMAIN_LOST(2, "域名不再持有或已过期"),
    /** 停止提供服务. */
    SERVICE_ENDED(3, "停止提供服务"),
    /** 更换接入商. */
    PROVIDER_CHANGED(4, "更换接入商"),
    /** 信息不真实且逾期未整改. */
    DATA_UNTRUE(5, "信息不真实且逾期未整改"),
    /** 违法违规. */
    UNLAWFUL(6, "违法违规"),
    /** 其他. */
    OTHER(99, "其他");

    private final int code;
    private final String chinese;

    CancelReason(int code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** The number on the regulator's interface. */
    public int code() {
        return code;
    }

    /** The Chinese term shown to people. */
    public String chinese() {
        return chinese;
    }
}
