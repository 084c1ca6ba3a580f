package org.openbeian.api.model;

import java.util.List;

/** An internet information service (互联网信息服务) that is to be filed: a website or an APP. */
public sealed interface InternetService permits WebSite, App {

    /** Name of the service, null until entered. */
    String name();

    /** Domains of the service in the form entered, first the main one; never null. */
    List<String> domains();

    /** Numbers of the service contents (服务内容) of the code table; never null. */
    List<Integer> contents();

    /** Numbers of the languages of the code table; never null. */
    List<Integer> languages();

    /** Approvals held for fields that need one (T-23); empty means none of the fields is touched. Never null. */
    List<PreApproval> preApprovals();

    /** True for a commercial service, which needs a licence instead of a filing (W-02); null until entered. */
    Boolean commercial();

    /** Number of the licence that a commercial service needs (W-02), such as 粤B2-20260001; null until entered. */
    String licenceNumber();

    /** Person in charge of the service, null until entered. */
    Principal principal();

    /** The resources at this provider on which the service runs; never null. */
    List<Access> accesses();

    /** Remark to the authority, optional. */
    String remark();
}
