package org.openbeian.regulator.gateway;

import java.util.List;
import org.openbeian.api.authority.AuthorityNotice;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.register.RecordReference;
import org.openbeian.regulator.gateway.payload.DownloadItem;
import org.openbeian.regulator.gateway.payload.ReportContent;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** Turns what authorities tell by themselves into ours. Stateless. */
final class NoticeMapper {
    private static final long DELETED = 2;
    private static final long OVER = 1;

    private NoticeMapper() {
    }

    /**
     * Translates what was told.
     *
     * @param ispId our id at the authority
     */
    static AuthorityResult map(DownloadItem.Told told, long ispId) {
        XmlNode node = told.node();
        return switch (told.part()) {
            case "Zthmdxxs" -> of(CorrectionKind.ORGANIZER_BLACKLISTED, isDeleted(node), null,
                node.at("Zt_xx", "Zj").text("Zjhm"), List.of(), node.text("Bz"));
            case "Wzhmdxxs" -> of(CorrectionKind.SERVICE_BLACKLISTED, isDeleted(node), null, null,
                node.at("Wz_xx").all("Ym_xx").stream().map(domain -> domain.at("Ym").text()).toList(), node.text("Bz"));
            case "Ffjrxx" -> of(CorrectionKind.ILLEGAL_ACCESS, false, null, null, List.of(node.at("Ym").text()), node.text("Bz"));
            case "Wbawz_xx" -> unfiled(node, ispId);
            case "HSRW" -> new AuthorityResult.Noticed(new AuthorityNotice(CorrectionKind.VERIFICATION, false,
                organizer(node.at("Zt_xx"), "Ztid"), null, List.of(), List.of(), node.text("Bz"), AnswerDrafts.verification(node, ispId)));
            case "Zthc" -> of(CorrectionKind.ORGANIZER_WRONG, false, organizer(node, "Ztid"), null, List.of(), node.text("Cwyy"));
            case "Jrhc" -> of(node.number("Hcjg") == OVER ? CorrectionKind.ACCESS_OVER_REPORTED : CorrectionKind.ACCESS_UNDER_REPORTED,
                false, service(node), null, domains(node), node.text("Bz"));
            case "Kkwzhc" -> of(CorrectionKind.SITE_DEAD, node.number("Hcjg") == 0, service(node), null, List.of(), node.text("Bz"));
            case "Wzch" -> of(CorrectionKind.SITE_DEAD, false, service(node), null, List.of(), node.text("Bz"));
            case "Tzxx" -> of(CorrectionKind.RECTIFICATION, false, noticed(node), null, List.of(), node.text("Tznr"));
            case "Yj" -> ofRange(CorrectionKind.ADDRESSES_WARNED, node, "Qsip", "Zzip");
            case "Ct" -> ofRange(CorrectionKind.ADDRESSES_CLASH, node, "Qsip1", "Zzip1");
            case "Wb" -> ofRange(CorrectionKind.ADDRESSES_UNREPORTED, node, "Qsip", "Zzip");
            default -> new AuthorityResult.NotHandled("ICP/" + told.part());
        };
    }

    private static AuthorityResult of(CorrectionKind kind, boolean withdrawn, RecordReference about, String certificate,
            List<String> domains, String text) {
        return new AuthorityResult.Noticed(new AuthorityNotice(kind, withdrawn, about, certificate, domains, text));
    }

    /** What names no site is kept for people to read; what names no address is still a site. */
    private static AuthorityResult unfiled(XmlNode node, long ispId) {
        String domain = node.text("Wzym_mc");
        if (domain == null || domain.isBlank()) {
            return new AuthorityResult.NotHandled("ICP/Wbawz_xx without Wzym_mc");
        }
        Long ip = node.number("IP");
        return new AuthorityResult.Noticed(new AuthorityNotice(CorrectionKind.UNFILED_SITE, false, null, null, List.of(domain),
            ip == null ? List.of() : List.of(ReportContent.dotted(ip)), node.text("Bz"), AnswerDrafts.unfiledSite(node, ispId)));
    }

    private static AuthorityResult ofRange(CorrectionKind kind, XmlNode node, String first, String last) {
        Long from = node.number(first);
        Long to = node.number(last);
        if (from == null || to == null) {
            return new AuthorityResult.NotHandled("IP/HCJG/" + node.name() + " without " + first + " or " + last);
        }
        List<String> range = List.of(ReportContent.dotted(from), ReportContent.dotted(to));
        String text = String.join("-", range) + (node.text("Bz") == null ? "" : " " + node.text("Bz"));
        return new AuthorityResult.Noticed(new AuthorityNotice(kind, false, null, null, List.of(), range, text));
    }

    private static boolean isDeleted(XmlNode node) {
        return node.number("Czlx") == DELETED;
    }

    private static List<String> domains(XmlNode node) {
        return node.text("Ym") == null ? List.of() : List.of(node.text("Ym"));
    }

    private static RecordReference organizer(XmlNode node, String id) {
        return new RecordReference(RecordReference.Kind.ORGANIZER, node.number(id), null);
    }

    private static RecordReference service(XmlNode node) {
        return new RecordReference(RecordReference.Kind.SERVICE, 0, node.text("Wz_Baxh"));
    }

    /** {@code Tzlb} 0 means the subject, 1 the site; the number says it, too, where there is one. */
    private static RecordReference noticed(XmlNode node) {
        RecordReference.Kind kind = node.number("Tzlb") == 0 ? RecordReference.Kind.ORGANIZER : RecordReference.Kind.SERVICE;
        String number = node.text("Baxh");
        return new RecordReference(kind, number == null ? node.number("Jlid") : 0, number);
    }
}
