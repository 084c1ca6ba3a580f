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
        SERVICE.open("service.nameUsedInOrder", FactType.FLAG, "/name", "名称在订单中是否重复",
            "whether another service of the order bears the same name"),
        SERVICE.open("service.nameUsedByOrganizer", FactType.FLAG, "/name", "名称是否被主体的其他服务使用",
            "whether another service of the organizer, in the order or on record, bears the same name and is of the same kind"),
        SERVICE.open("service.nameNamesPerson", FactType.FLAG, "/name", "名称是否含负责人姓名",
            "whether the name holds that of a principal or of an individual organizer"),
        SERVICE.open("service.nameFitsOrganizer", FactType.FLAG, "/name", "名称与主办单位名称是否相关",
            "whether the name shares two neighbouring characters with the organizer's name"),
        SERVICE.open("service.ipCount", FactType.NUMBER, "/accesses", "IP 数量", "number of different public addresses"),
        SERVICE.open("service.regions", FactType.TEXTS, "/accesses", "云资源地域", "regions of the resources"),
        DOMAIN.open("domain.name", FactType.TEXT, "", "域名", "domain as entered"),
        DOMAIN.open("domain.ascii", FactType.TEXT, "", "域名（A 形式）", "domain in lower-case A-form, when well formed"),
        DOMAIN.open("domain.registrable", FactType.TEXT, "", "独立域名", "registrable domain it belongs to"),
        DOMAIN.open("domain.isRegistrable", FactType.FLAG, "", "是否独立域名", "whether it is the registrable domain itself"),
        DOMAIN.open("domain.suffix", FactType.TEXT, "", "域名后缀", "public suffix in the form people read, with its dot, such as .com.cn"),
        DOMAIN.open("domain.topLevel", FactType.TEXT, "", "顶级域", "top level in the form people read, with its dot, such as .cn"),
        DOMAIN.open("domain.levels", FactType.NUMBER, "", "域名级数", "number of labels"),
        DOMAIN.open("domain.depth", FactType.NUMBER, "", "域名层级", "level of the name, the registrable domain being the second"),
        DOMAIN.open("domain.label", FactType.TEXT, "", "域名主体", "first label of the registrable domain in the form people read"),
        DOMAIN.open("domain.registrar", FactType.TEXT, "", "域名注册商", "registrar of the domain"),
        DOMAIN.open("domain.registrar.approved", FactType.FLAG, "", "注册商是否获批", "whether the ministry approved the registrar"),
        DOMAIN.open("domain.registrar.overseas", FactType.FLAG, "", "是否境外注册商", "whether the registrar lies abroad"),
        DOMAIN.open("domain.registeredOn", FactType.DATE, "", "域名注册日", "first day of the registration"),
        DOMAIN.open("domain.expiresOn", FactType.DATE, "", "域名到期日", "last day of the registration"),
        DOMAIN.open("domain.age", FactType.NUMBER, "", "域名注册天数", "days since the registration"),
        DOMAIN.open("domain.privacy", FactType.FLAG, "", "是否隐私保护", "whether the registration hides its holder"),
        DOMAIN.open("domain.realNameVerified", FactType.FLAG, "", "域名是否实名", "whether the holder's real name was verified"),
        DOMAIN.open("domain.realNameSince", FactType.DATE, "", "域名实名日", "day on which the holder's real name was verified"),
        DOMAIN.personal("domain.holder.name", FactType.TEXT, "", "域名持有者", "holder of the domain"),
        DOMAIN.code("domain.holder.is", List.of("ORGANIZER", "LEGAL_REPRESENTATIVE", "PRINCIPAL", "OTHER"), "", "域名持有者身份",
            "who the holder is, by name and, where known, document number"),
        DOMAIN.open("domain.holder.differs", FactType.TEXTS, "", "域名持有者与主体不同的字段",
            "which of name, certificateType and certificateNumber of the holder differ from the organizer's"),
        DOMAIN.open("domain.resolves", FactType.FLAG, "", "域名是否解析", "whether the name resolves"),
        DOMAIN.open("domain.siteOpen", FactType.FLAG, "", "网站是否打开", "whether a site answers under the name"),
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
        ACCESS.open("resource.expiresOn", FactType.DATE, "/resourceId", "资源到期日", "day on which the resource ends"),
        ACCESS.open("resource.prepaid", FactType.FLAG, "/resourceId", "是否包年包月", "whether the resource is paid by month or year"),
        ACCESS.open("resource.monthsBought", FactType.NUMBER, "/resourceId", "购买月数", "months bought, renewals included"));

    private ServiceFacts() {
    }
}
