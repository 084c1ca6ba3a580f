package org.openbeian.core.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.Fault;
import org.openbeian.core.identifier.IpAddress;
import org.openbeian.core.imports.Fields;

/** Turns the fields of a record into what is stored; null when something is wrong, which the fields then tell. */
final class Records {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
    private static final String ZH = "应为 1 至 100 个字母、数字或 . _ : -";
    private static final String EN = "expected 1 to 100 letters, digits or . _ : -";
    private static final int MOST = 100;

    private Records() {
    }

    static ResourceFacts resource(Fields fields) {
        String kind = fields.text("kind", NAME, ZH, EN);
        String id = fields.text("id", NAME, ZH, EN);
        String account = fields.text("account", true, 200);
        String region = fields.text("region", true, 100);
        Boolean mainland = fields.flag("mainland", true);
        List<String> ips = fields.texts("ips", MOST).stream().map(IpAddress::canonical).toList();
        Boolean prepaid = fields.flag("prepaid", true);
        int months = fields.number("monthsBought", 0, 1200);
        var expires = fields.end("expiresAt");
        var attributes = fields.map("attributes", MOST);
        List<ResourceRef> bases = bases(fields);
        if (AuthorizationCodes.KIND.equals(kind)) {
            fields.fault("kind", "授权码由服务器签发，不能导入", "authorization codes are issued for a server and not imported");
        }
        for (int i = 0; i < ips.size(); i++) {
            Fault fault = IpAddress.checkPublic(ips.get(i)).orElse(null);
            if (fault != null) {
                fields.fault("ips/" + i, fault.chinese(), fault.english());
            }
        }
        return fields.faults() != null ? null
            : new ResourceFacts(kind, id, account, region, mainland, ips, prepaid, months, expires, attributes, bases);
    }

    private static List<ResourceRef> bases(Fields fields) {
        List<ResourceRef> bases = new ArrayList<>();
        for (String base : fields.texts("restsOn", MOST)) {
            int slash = base.indexOf('/');
            if (slash > 0 && NAME.matcher(base.substring(0, slash)).matches() && NAME.matcher(base.substring(slash + 1)).matches()) {
                bases.add(new ResourceRef(base.substring(0, slash), base.substring(slash + 1)));
            } else {
                fields.fault("restsOn", "应为 kind/id", "expected kind/id");
            }
        }
        return bases;
    }

    static DomainRegistration domain(Fields fields) {
        String name = name(fields);
        String account = fields.text("account", false, 200);
        DomainState state = new DomainState(name, fields.text("registrar", false, 200), fields.flag("registrarApproved", false),
            fields.flag("overseasRegistrar", false), fields.date("registeredOn"), fields.date("expiresOn"),
            fields.flag("privacy", false), fields.flag("realNameVerified", false), fields.date("realNameSince"),
            fields.text("holderName", false, 200), fields.word("holderCertificateType", CertificateType.class),
            fields.text("holderCertificateNumber", false, 100), null, null);
        DomainRegistration registration = new DomainRegistration(account, state, fields.date("boughtOn"),
            fields.date("dataReceivedOn"));
        if (state.registeredOn() != null && state.expiresOn() != null && state.expiresOn().isBefore(state.registeredOn())) {
            fields.fault("expiresOn", "早于 registeredOn", "before registeredOn");
        }
        return fields.faults() == null ? registration : null;
    }

    /** The registrable domain; a name below one says nothing about the registration. */
    private static String name(Fields fields) {
        String text = fields.text("domain", true, 253);
        if (text == null) {
            return null;
        }
        DomainName name = DomainName.parse(text).orElse(null);
        if (name == null) {
            fields.fault("domain", "不是域名", "no domain name");
        } else if (!name.registrable().ascii().equals(name.ascii())) {
            fields.fault("domain", "应为可注册的域名 " + name.registrable().unicode(),
                "expected the registrable domain " + name.registrable().unicode());
        } else {
            return name.ascii();
        }
        return null;
    }
}
