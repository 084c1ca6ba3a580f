package org.openbeian.api.report;

import org.openbeian.api.model.LocalizedText;

/** What is reported to an authority beside filings, by the upload kinds of the ministry's interface V3.0. */
public enum ReportKind {
    /** What was done about a site that the authority found unfiled. */
    UNFILED_SITE("ICP/WBACLJG/Clxx", "未备案网站处理结果", "What was done about an unfiled site"),
    /** The answer to a verification task. */
    VERIFICATION("ICP/HSJG/Hsjgxx", "核实任务结果", "Answer to a verification task"),
    /** A material sent alone, about a record that is filed or under way. */
    MATERIAL("ICP/XZHYD/Fjxx", "单独提交真实性核验材料", "A verification material sent alone"),
    /** Ranges of IP addresses that were not reported yet. */
    ADDRESSES_NEW("IP/XZBA", "IP 地址新增报备", "New IP addresses"),
    /** Changes of reported ranges. */
    ADDRESSES_CHANGED("IP/XGBA", "IP 地址变更报备", "Changed IP addresses"),
    /** Reported ranges that are used no longer. */
    ADDRESSES_REMOVED("IP/SCBA", "IP 地址删除报备", "Removed IP addresses"),
    /** Registrations of domains: never ours to report. */
    DOMAINS("YM", "域名注册信息报备", "Domain registrations");

    private final String element;
    private final LocalizedText text;

    ReportKind(String element, String zh, String en) {
        this.element = element;
        this.text = new LocalizedText(zh, en);
    }

    /** Path of its element below the root of an upload. */
    public String element() {
        return element;
    }

    /** What it is, for people. */
    public LocalizedText text() {
        return text;
    }

    /** Whether it is about IP addresses; such a report fills a file of its own. */
    public boolean isAboutAddresses() {
        return this == ADDRESSES_NEW || this == ADDRESSES_CHANGED || this == ADDRESSES_REMOVED;
    }
}
