package org.openbeian.api.rules;

import java.util.List;

/** Facts of a service, of its domains and of its accesses. */
final class ServiceFacts {

    private static final FactLists SERVICE = new FactLists(Facet.SERVICE);
    private static final FactLists DOMAIN = new FactLists(Facet.DOMAIN);
    private static final FactLists ACCESS = new FactLists(Facet.ACCESS);

    static final List<Fact> ALL = List.of(
        SERVICE.code("service.kind", List.of("WEBSITE", "APP"), "/kind", "服务类型", "kind of service"),
        SERVICE.open("service.name", FactType.TEXT, "/name", "服务名称", "name of the service"),
        SERVICE.open("service.domains", FactType.TEXTS, "/domains", "域名", "domains of the service"),
        SERVICE.open("service.domainCount", FactType.NUMBER, "/domains", "域名数量", "number of domains"),
        SERVICE.open("service.homeUrl", FactType.TEXT, "/homeUrl", "首页地址", "address of the home page"),
        SERVICE.open("service.homeUrlOnDomain", FactType.FLAG, "/homeUrl", "首页地址是否使用所填域名",
            "whether the home page lies on a domain of the service"),
        SERVICE.open("service.contents", FactType.TEXTS, "/contents", "服务内容", "numbers of the service contents"),
        SERVICE.open("service.languages", FactType.TEXTS, "/languages", "语言类别", "numbers of the languages"),
        SERVICE.open("service.preApprovals", FactType.TEXTS, "/preApprovals", "前置审批类型", "fields for which an approval is held"),
        SERVICE.open("service.preApprovals.withoutNumber", FactType.TEXTS, "/preApprovals", "缺少批准文号的前置审批",
            "fields of approvals without a number"),
        SERVICE.open("service.commercial", FactType.FLAG, "/commercial", "是否经营性", "whether the service is commercial"),
        SERVICE.open("service.accessCount", FactType.NUMBER, "/accesses", "接入数量", "number of accesses"),
        SERVICE.open("service.remark", FactType.TEXT, "/remark", "服务备注", "remark of the service"),
        SERVICE.open("service.platforms", FactType.TEXTS, "/features", "应用运行平台", "platforms of an APP"),
        SERVICE.open("service.packages", FactType.TEXTS, "/features", "应用包名", "package names of an APP"),
        SERVICE.open("service.offersSdk", FactType.FLAG, "/offersSdk", "对外提供 SDK", "whether the APP offers an SDK"),
        SERVICE.open("service.usesSdk", FactType.FLAG, "/usesSdk", "使用外部 SDK", "whether the APP uses others' SDKs"),
        DOMAIN.open("domain.name", FactType.TEXT, "", "域名", "domain as entered"),
        DOMAIN.open("domain.ascii", FactType.TEXT, "", "域名（A 形式）", "domain in lower-case A-form, when well formed"),
        DOMAIN.open("domain.registrable", FactType.TEXT, "", "独立域名", "registrable domain it belongs to"),
        DOMAIN.open("domain.isRegistrable", FactType.FLAG, "", "是否独立域名", "whether it is the registrable domain itself"),
        DOMAIN.open("domain.suffix", FactType.TEXT, "", "域名后缀", "public suffix in the form people read, with its dot, such as .com.cn"),
        DOMAIN.open("domain.topLevel", FactType.TEXT, "", "顶级域", "top level in the form people read, with its dot, such as .cn"),
        DOMAIN.open("domain.levels", FactType.NUMBER, "", "域名级数", "number of labels"),
        DOMAIN.open("domain.chinese", FactType.FLAG, "", "是否中文域名", "whether it holds Chinese characters"),
        ACCESS.open("access.kind", FactType.TEXT, "/resourceKind", "云资源类型", "kind of the resource"),
        ACCESS.open("access.resourceId", FactType.TEXT, "/resourceId", "云资源标识", "id of the resource"),
        ACCESS.open("access.ips", FactType.TEXTS, "/ips", "公网 IP", "addresses that serve: those named, otherwise all of the resource"),
        ACCESS.open("access.ipsOfResource", FactType.FLAG, "/ips", "IP 是否属于该资源",
            "whether every address named is one of the resource"),
        ACCESS.open("resource.known", FactType.FLAG, "/resourceId", "资源是否在册", "whether the inventory knows the resource"),
        ACCESS.open("resource.sameAccount", FactType.FLAG, "/resourceId", "资源是否属于本账号",
            "whether the resource belongs to the applicant's account"),
        ACCESS.open("resource.region", FactType.TEXT, "/resourceId", "资源地域", "region of the resource"),
        ACCESS.open("resource.mainland", FactType.FLAG, "/resourceId", "是否位于中国大陆", "whether the resource lies in mainland China"),
        ACCESS.open("resource.expiresOn", FactType.DATE, "/resourceId", "资源到期日", "day on which the resource ends"));

    private ServiceFacts() {
    }
}
