package org.openbeian.api.model;

/**
 * Fields that need an approval before filing (前置审批, T-23), with the regulator's number ({@code Nrlx_id}). A service
 * that touches none of them lists none.
 */
public enum PreApprovalType {
    /** 新闻. */
    NEWS(1, "新闻"),
    /** 出版. */
    PUBLISHING(2, "出版"),
    /** 教育. */
    EDUCATION(3, "教育"),
    /** 医疗保健. */
    HEALTH(4, "医疗保健"),
    /** 药品和医疗器械. */
    DRUG_DEVICE(5, "药品和医疗器械"),
    /** 电子公告服务. */
    BBS(6, "电子公告服务"),
    /** 文化. */
    CULTURE(9, "文化"),
    /** 广播电影电视节目. */
    RADIO_FILM_TV(10, "广播电影电视节目"),
    /** 网络预约车. */
    RIDE_HAILING(11, "网络预约车"),
    /** 互联网金融. */
    FINANCE(13, "互联网金融"),
    /** 校外培训（高中及以下阶段）. */
    AFTER_SCHOOL_TRAINING(14, "校外培训（高中及以下阶段）"),
    /** 宗教. */
    RELIGION(15, "宗教"),
    /** 游戏. */
    GAME(0, "游戏");

    private final int code;
    private final String chinese;

    PreApprovalType(int code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** The number of this field on the regulator's interface; 0 when the regulator's number is unknown. */
    public int code() {
        return code;
    }

    /** The Chinese term shown to people. */
    public String chinese() {
        return chinese;
    }
}
