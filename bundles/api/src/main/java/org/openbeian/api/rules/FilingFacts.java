package org.openbeian.api.rules;

import java.util.List;
import org.openbeian.api.model.FilingType;

/** Facts of the order as a whole and of its materials. */
final class FilingFacts {

    private static final FactLists FILING = new FactLists(Facet.FILING);
    private static final FactLists MATERIAL = new FactLists(Facet.MATERIAL);

    static final List<Fact> ALL = List.of(
        FILING.code("filing.type", FilingType.class, "", "备案类型", "filing type"),
        FILING.open("filing.date", FactType.DATE, null, "判定日期", "day on whose rules the order is judged"),
        FILING.open("filing.account", FactType.TEXT, null, "账号", "account of the applicant"),
        FILING.open("filing.endsLastAccess", FactType.FLAG, "/basis/serviceNumbers", "取消的是服务唯一的接入",
            "whether the order cancels an access beside which its service has none"),
        FILING.open("services.count", FactType.NUMBER, "/services", "互联网信息服务数量", "number of services in the order"),
        FILING.open("services.kinds", FactType.TEXTS, "/services", "互联网信息服务类型", "kinds of service in the order"),
        FILING.open("services.domains", FactType.TEXTS, "/services", "全部域名", "all domains of the order"),
        FILING.open("services.websiteCount", FactType.NUMBER, "/services", "网站数量", "number of websites in the order"),
        FILING.open("services.domainCount", FactType.NUMBER, "/services", "域名总数", "number of different domains in the order"),
        FILING.open("services.suffixes", FactType.TEXTS, "/services", "全部域名后缀",
            "public suffixes of the order's domains in the form people read, with their dots"),
        FILING.personal("account.realName", FactType.TEXT, null, "账号实名", "name of the account's real-name check"),
        FILING.personal("account.certificateNumber", FactType.TEXT, null, "账号实名证件号码",
            "document number of the account's real-name check"),
        FILING.open("account.organizers", FactType.NUMBER, null, "账号下的主体数量",
            "number of organizers filed or asked for under the account, this order's included"),
        FILING.open("account.organizersOver", FactType.NUMBER, null, "账号下超出接入商上限的主体数量",
            "how many of the account's organizers are beyond the limit that the provider set; 0 for an order about one on record"),
        MATERIAL.open("materials.types", FactType.TEXTS, "", "已上传的材料", "types of material that are there"));

    private FilingFacts() {
    }
}
