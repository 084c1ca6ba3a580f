package org.openbeian.api.correction;

import org.openbeian.api.model.LocalizedText;

/** Why a case was opened: the parts of the interface that tell of it (regulator's interface, section 6). */
public enum CorrectionKind {
    /** The organizer is blacklisted (HMDLB): its orders stop, its services are blocked. */
    ORGANIZER_BLACKLISTED("主体被列入黑名单", "The organizer is blacklisted"),
    /** Domains are blacklisted (HMDLB): orders for them stop, their service is blocked. */
    SERVICE_BLACKLISTED("网站被列入黑名单", "The website is blacklisted"),
    /** A domain had access without right (FFJRHMD). */
    ILLEGAL_ACCESS("域名被列入非法接入名单", "The domain is on the list of illegal access"),
    /** An unfiled site was found at our addresses (WBAWZLB): it is isolated until it is filed, and the authority waits for an answer. */
    UNFILED_SITE("管局发现未备案网站", "The authority found an unfiled site here"),
    /** The provider has to verify a record (HSRW). */
    VERIFICATION("管局下发核查任务", "The authority asks to verify the record"),
    /** Data of the organizer are wrong (HCJG Zthc). */
    ORGANIZER_WRONG("主体信息核查有误", "Data of the organizer were found wrong"),
    /** The domain is no longer at this provider (HCJG Jrhc 1). */
    ACCESS_OVER_REPORTED("接入多报：域名已不在本接入商", "An access is reported, but the domain is not here"),
    /** The domain is at this provider without a reported access (HCJG Jrhc 2). */
    ACCESS_UNDER_REPORTED("接入漏报：域名在本接入商但未报接入", "The domain is here without a reported access"),
    /** The website does not answer (HCJG Kkwzhc, Wzch). */
    SITE_DEAD("网站无法访问", "The website does not answer"),
    /** Data must be corrected (XGTZ). */
    RECTIFICATION("管局通知整改", "The authority demands a correction"),
    /** A website answers before it is filed. */
    UNFILED("未备案网站已开通访问", "The website is open before it is filed"),
    /** A filed website has no access provider left (空壳网站). */
    EMPTY_SHELL("空壳网站：备案无有效接入", "The filing has no access left"),
    /** What the website shows is not what was filed. */
    CONTENT_MISMATCH("网站内容与备案信息不符", "The website shows something else than was filed"),
    /** The resource that the access rests on is gone. */
    RESOURCE_GONE("备案所用资源已释放", "The resource of the filing is gone"),
    /** The register and the authority, or the public register, say different things. */
    RECORD_DIFFERS("备案库与管局或公共备案信息不一致", "The register differs from what the authority or the public register says"),
    /** The authority warns of reported addresses (IP HCJG Yj). */
    ADDRESSES_WARNED("管局对报备的 IP 地址预警", "The authority warns of reported addresses"),
    /** Reported addresses clash with those of another unit (IP HCJG Ct). */
    ADDRESSES_CLASH("报备的 IP 地址与其他单位冲突", "Reported addresses clash with those of another unit"),
    /** Addresses are not reported (IP HCJG Wb). */
    ADDRESSES_UNREPORTED("IP 地址未报备", "Addresses are not reported");

    private final LocalizedText text;

    CorrectionKind(String zh, String en) {
        this.text = new LocalizedText(zh, en);
    }

    /** What it means, for people. */
    public LocalizedText text() {
        return text;
    }

    /** Whether a probe or the provider's staff finds it, too. */
    public boolean isInspected() {
        return this == UNFILED || this == ACCESS_UNDER_REPORTED || this == EMPTY_SHELL || this == SITE_DEAD || this == CONTENT_MISMATCH
            || this == RESOURCE_GONE;
    }

    /** Whether it keeps orders out and blocks what is filed, until the authority takes it back. */
    public boolean blocks() {
        return this == ORGANIZER_BLACKLISTED || this == SERVICE_BLACKLISTED || this == ILLEGAL_ACCESS;
    }
}
