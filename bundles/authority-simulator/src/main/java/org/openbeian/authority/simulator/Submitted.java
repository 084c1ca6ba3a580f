package org.openbeian.authority.simulator;

import java.util.List;
import org.openbeian.regulator.gateway.payload.Extension;
import org.openbeian.regulator.gateway.wire.XmlNode;

/**
 * One record of an upload.
 *
 * @param kind what it asks for
 * @param node the element, pictures taken out
 * @param pictures what its pictures were
 */
record Submitted(Kind kind, XmlNode node, List<Slimmer.Picture> pictures) {

    private static final long STEP = 100;

    /** What a record asks for, with its number in results ({@code Czlx}). */
    enum Kind {
        FIRST(1), NEW_SITES(2), NEW_ACCESS(3), CHANGE(4), CANCEL_ACCESS(5), CANCEL_SUBJECT(6), CANCEL_SITE(7);

        private final int operation;

        Kind(int operation) {
            this.operation = operation;
        }

        int operation() {
            return operation;
        }

        boolean cancels() {
            return operation >= CANCEL_ACCESS.operation;
        }
    }

    /** A cancellation, which says itself of what. */
    static Submitted cancellation(XmlNode node) {
        long category = node.number("Zxlb");
        return new Submitted(category == 0 ? Kind.CANCEL_SUBJECT : category == 1 ? Kind.CANCEL_SITE : Kind.CANCEL_ACCESS, node, List.of());
    }

    /** A number that tells submissions of one sender apart: his own for what is new, the record's for what is cancelled. */
    long submissionId() {
        return switch (kind) {
            case FIRST -> node.at("Zt_xx").number("IspZtid");
            case NEW_SITES -> node.at("Wz_xx").number("IspWzid") / STEP;
            case NEW_ACCESS -> node.number("IspJrid") / STEP / STEP;
            case CHANGE -> node.at("Wz_xx", "Ym_xx").number("IspYmid") / STEP / STEP;
            case CANCEL_ACCESS, CANCEL_SUBJECT, CANCEL_SITE -> node.number("Jlid");
        };
    }

    /** {@code Bs}: what data errors name. */
    String named() {
        return switch (kind) {
            case NEW_SITES -> node.at("Zt_xx").text("Ztbah") == null ? node.at("Zt_xx").text("Ztid") : node.at("Zt_xx").text("Ztbah");
            case CHANGE -> node.at("Zt_xx").text("Ztid");
            default -> Long.toString(decided());
        };
    }

    /** {@code Jlid}: what decisions name, our id for new things, the authority's otherwise. */
    long decided() {
        return switch (kind) {
            case FIRST -> node.at("Zt_xx").number("IspZtid");
            case NEW_SITES -> node.at("Wz_xx").number("IspWzid");
            case NEW_ACCESS -> node.number("IspJrid");
            case CHANGE -> node.at("Zt_xx").number("Ztid");
            case CANCEL_ACCESS, CANCEL_SUBJECT, CANCEL_SITE -> node.number("Jlid");
        };
    }

    /** Name of the organizer, or null when the record does not say it. */
    String organizer() {
        return node.at("Zt_xx").text("Dwmc");
    }

    String remark() {
        return kind.cancels() ? node.text("Zxlybz") : kind == Kind.NEW_SITES ? node.at("Wz_xx").text("Wz_Bz") : node.at("Zt_xx").text("Bz");
    }

    /** Type and number of the organizer's document, by which a subject is the same one; null when the record does not say it. */
    String document() {
        XmlNode document = node.at("Zt_xx", "Zj");
        return document.text("Zjhm") == null ? null : document.text("Zjlx") + ":" + document.text("Zjhm");
    }

    String password() {
        return node.text("ICPmm");
    }

    List<XmlNode> sites() {
        return kind == Kind.NEW_ACCESS ? List.of() : node.all("Wz_xx");
    }

    List<String> domains() {
        return domains(sites());
    }

    /** Domains that are filed as websites: those of APPs are not, and may be a website's besides. */
    static List<String> siteDomains(List<XmlNode> sites) {
        return domains(sites.stream().filter(site -> !isApp(site)).toList());
    }

    /** Whether a service is an APP, which only X.1.0 can say. */
    static boolean isApp(XmlNode site) {
        return Long.toString(Extension.APP).equals(site.at("Wzkz").text("Fwlx"));
    }

    static List<String> domains(List<XmlNode> sites) {
        return sites.stream().flatMap(site -> site.all("Ym_xx").stream()).map(domain -> domain.at("Ym").text()).toList();
    }
}
