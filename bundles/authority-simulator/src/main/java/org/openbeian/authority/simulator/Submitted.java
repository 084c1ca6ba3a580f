package org.openbeian.authority.simulator;

import java.util.List;
import org.openbeian.regulator.gateway.wire.XmlNode;

/**
 * One {@code Baxx} of an upload.
 *
 * @param node the element, pictures taken out
 * @param pictures what its pictures were
 */
record Submitted(XmlNode node, List<Slimmer.Picture> pictures) {

    long subjectId() {
        return node.at("Zt_xx").number("IspZtid");
    }

    String organizer() {
        return node.at("Zt_xx").text("Dwmc");
    }

    String remark() {
        return node.at("Zt_xx").text("Bz");
    }

    /** Type and number of the organizer's document, by which a subject is the same one. */
    String document() {
        XmlNode document = node.at("Zt_xx", "Zj");
        return document.text("Zjlx") + ":" + document.text("Zjhm");
    }

    List<XmlNode> sites() {
        return node.all("Wz_xx");
    }

    List<String> domains() {
        return sites().stream().flatMap(site -> site.all("Ym_xx").stream()).map(domain -> domain.at("Ym").text()).toList();
    }
}
