package org.openbeian.authority.simulator;

import java.time.Instant;
import java.time.ZoneId;
import org.openbeian.authority.simulator.control.Announcement;

/** Writes what an authority tells by itself as parts of {@code DownloadData}. Stateless. */
final class AnnouncementXml {

    private AnnouncementXml() {
    }

    /** Name of the element. */
    static String part(Announcement.Kind kind) {
        return switch (kind) {
            case BLACKLIST_ORGANIZER, CLEAR_ORGANIZER -> "Zthmdxxs";
            case BLACKLIST_SITE, CLEAR_SITE -> "Wzhmdxxs";
            case ILLEGAL_ACCESS -> "Ffjrxx";
            case UNFILED_SITE -> "Wbawz_xx";
            case RECTIFICATION -> "Tzxx";
            case DEAD_SITE, LIVE_SITE -> "Kkwzhc";
            case OVER_REPORTED, UNDER_REPORTED -> "Jrhc";
            case VERIFICATION -> "HSRW";
            case CODE_TABLE -> "JCDM";
            case RESYNCHRONISATION -> "SJTB";
        };
    }

    /** The element. */
    static String of(Announcement told, Instant now) {
        String day = now.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
        return switch (told.kind()) {
            case VERIFICATION -> OtherAnnouncements.record(told, day, false);
            case RESYNCHRONISATION -> "<ICP>" + OtherAnnouncements.record(told, day, true) + "</ICP>";
            case CODE_TABLE -> OtherAnnouncements.codes(told);
            default -> notice(told, now, day);
        };
    }

    private static String notice(Announcement told, Instant now, String day) {
        StringBuilder xml = new StringBuilder("<").append(part(told.kind())).append('>');
        switch (told.kind()) {
            case BLACKLIST_ORGANIZER, CLEAR_ORGANIZER -> {
                xml.append("<Zt_xx>");
                ResultXml.element(xml, "Dwmc", "主体");
                xml.append("<Zj><Zjlx>1</Zjlx>");
                ResultXml.element(xml, "Zjhm", needed(told.certificate(), "certificate"));
                xml.append("</Zj></Zt_xx>");
                ResultXml.element(xml, "Czlx", told.kind() == Announcement.Kind.CLEAR_ORGANIZER ? 2 : 0);
                ResultXml.element(xml, "Bz", told.text());
            }
            case BLACKLIST_SITE, CLEAR_SITE -> {
                xml.append("<Wz_xx><Wzmc>网站</Wzmc><Ym_xx>");
                ResultXml.element(xml, "Ym", needed(told.domain(), "domain"));
                xml.append("</Ym_xx></Wz_xx>");
                ResultXml.element(xml, "Czlx", told.kind() == Announcement.Kind.CLEAR_SITE ? 2 : 0);
                ResultXml.element(xml, "Bz", told.text());
            }
            case ILLEGAL_ACCESS -> {
                ResultXml.element(xml, "Id", now.toEpochMilli());
                ResultXml.element(xml, "Ym", needed(told.domain(), "domain"));
                xml.append("<Ip>1998396701</Ip><Zjjrz>1</Zjjrz><Szs>440000</Szs>");
                ResultXml.element(xml, "Dqjcsj", day);
                ResultXml.element(xml, "Bz", told.text());
            }
            case UNFILED_SITE -> unfiled(xml, told, now);
            case RECTIFICATION -> {
                ResultXml.element(xml, "Tzlb", needed(told.number(), "number").contains("-") ? 1 : 0);
                ResultXml.element(xml, "Baxh", told.number());
                ResultXml.element(xml, "Tznr", told.text() == null ? "请核实并更正备案信息" : told.text());
            }
            case DEAD_SITE, LIVE_SITE -> checked(xml, told, told.kind() == Announcement.Kind.DEAD_SITE ? 1 : 0, day);
            case OVER_REPORTED, UNDER_REPORTED -> checked(xml, told, told.kind() == Announcement.Kind.OVER_REPORTED ? 1 : 2, day);
            default -> throw new IllegalArgumentException(told.kind() + " is no notice");
        }
        return xml.append("</").append(part(told.kind())).append('>').toString();
    }

    private static void unfiled(StringBuilder xml, Announcement told, Instant now) {
        ResultXml.element(xml, "Id", now.toEpochMilli());
        ResultXml.element(xml, "Wzym_mc", needed(told.domain(), "domain"));
        xml.append("<IP>1998396701</IP><Yys>1</Yys>");
        ResultXml.element(xml, "Bz", told.text());
    }

    private static void checked(StringBuilder xml, Announcement told, int result, String day) {
        ResultXml.element(xml, "Wzid", 1);
        ResultXml.element(xml, "Wz_Baxh", needed(told.number(), "number"));
        ResultXml.element(xml, "Hcjg", result);
        ResultXml.element(xml, "Hcsj", day);
        ResultXml.element(xml, "Bz", told.text());
    }

    static String needed(String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the announcement needs a " + what);
        }
        return value;
    }
}
