package org.openbeian.authority.simulator;

import java.util.List;
import java.util.Optional;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** Writes a record as a change makes it: what was sent, with the ids and numbers that it has. Stateless. */
final class ChangedRecord {

    private ChangedRecord() {
    }

    static String of(Submitted filing, Records.Current record, ResultXml.RecordIds ids) {
        StringBuilder xml = new StringBuilder("<Baxx>");
        subject(xml, record.node().at("Zt_xx"), filing.node().at("Zt_xx"));
        for (XmlNode site : record.sites()) {
            Optional<XmlNode> changed = filing.sites().stream().filter(one -> one.text("Wzid").equals(site.text("Wzid"))).findFirst();
            if (changed.isPresent()) {
                site(xml, site, changed.get(), ids);
            } else {
                ResultXml.copy(xml, site);
            }
        }
        return xml.append("</Baxx>").toString();
    }

    private static void subject(StringBuilder xml, XmlNode old, XmlNode now) {
        xml.append("<Zt_xx>");
        ResultXml.copy(xml, old, "IspZtid", "Ztid");
        ResultXml.copy(xml, now, "Dwmc", "Dwxz", "Txdz", "Zj");
        ResultXml.person(xml, now, "Fzr", true);
        ResultXml.copy(xml, old, "Baxh", "Bbyhlx");
        ResultXml.copy(xml, now, "Tzr");
        ResultXml.copy(xml, old, "Scbbsj");
        ResultXml.element(xml, "Zjxgsj", ResultXml.DECISION_DATE);
        ResultXml.element(xml, "Shsj", ResultXml.DECISION_DATE);
        ResultXml.copy(xml, now, "Bz");
        xml.append("</Zt_xx>");
    }

    private static void site(StringBuilder xml, XmlNode old, XmlNode now, ResultXml.RecordIds ids) {
        xml.append("<Wz_xx>");
        ResultXml.copy(xml, old, "IspWzid", "Wzid");
        ResultXml.copy(xml, now, "Wzmc", "Nrlx", "Fwnr", "Yylb");
        for (XmlNode domain : now.all("Ym_xx")) {
            xml.append("<Ym_xx>");
            ResultXml.copy(xml, domain, "IspYmid");
            ResultXml.element(xml, "Ymid", ids.next());
            ResultXml.copy(xml, domain, "Ym");
            xml.append("</Ym_xx>");
        }
        List<XmlNode> changed = now.all("Jr_xx");
        for (XmlNode access : old.all("Jr_xx")) {
            changed.stream().filter(one -> one.text("Jrid").equals(access.text("Jrid"))).findFirst()
                .ifPresentOrElse(one -> access(xml, access, one, ids), () -> ResultXml.copy(xml, access));
        }
        ResultXml.person(xml, now, "Wz_Fzr", false);
        ResultXml.copy(xml, now, "Syurl", "Wz_Bz");
        ResultXml.copy(xml, old, "Scbbsj");
        ResultXml.element(xml, "Zjxgsj", ResultXml.DECISION_DATE);
        ResultXml.copy(xml, old, "Baxh");
        ResultXml.extension(xml, now.first("Wzkz").isPresent() ? now : old);
        xml.append("</Wz_xx>");
    }

    private static void access(StringBuilder xml, XmlNode old, XmlNode now, ResultXml.RecordIds ids) {
        xml.append("<Jr_xx>");
        ResultXml.copy(xml, old, "IspJrid", "Jrid", "Ispid");
        ResultXml.copy(xml, now, "Wzfb", "Wzjrfs");
        for (XmlNode range : now.all("Ip_xx")) {
            xml.append("<Ip_xx>");
            ResultXml.copy(xml, range, "IspIpid");
            ResultXml.element(xml, "Ipid", ids.next());
            ResultXml.copy(xml, range, "Qsip", "Zzip");
            xml.append("</Ip_xx>");
        }
        xml.append("</Jr_xx>");
    }
}
