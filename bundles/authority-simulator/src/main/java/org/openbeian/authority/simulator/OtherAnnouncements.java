package org.openbeian.authority.simulator;

import java.util.Map;
import org.openbeian.authority.simulator.control.Announcement;

/** Writes records and code tables that an authority tells by itself. Stateless. */
final class OtherAnnouncements {
    private static final Map<String, String> NAMES = Map.of("Wbacl", "Ztmc", "Zxly", "Nr");
    private static final String PERSON = "<Fzr_xm>张小明</Fzr_xm><Fzr_sjhm>13800138000</Fzr_sjhm><Fzr_dzyj>zhang@example.com</Fzr_dzyj>";

    private OtherAnnouncements() {
    }

    /**
     * {@code Baxx}: a record with one site and one access.
     *
     * @param filed whether it is told with its numbers and whose access it is, as a resynchronisation is; otherwise as a task
     */
    static String record(Announcement told, String day, boolean filed) {
        String number = AnnouncementXml.needed(told.number(), "number").replaceFirst("-.*", "");
        StringBuilder xml = new StringBuilder("<Baxx><Zt_xx><Ztid>1</Ztid>");
        ResultXml.element(xml, "Dwmc", told.text() == null ? "主体" : told.text());
        xml.append("<Dwxz>4</Dwxz><Txdz><Shengid>440000</Shengid><Shiid>440100</Shiid></Txdz><Zj><Zjlx>1</Zjlx><Zjhm>91440000X</Zjhm>"
            + "<Zjzs>示例路1号</Zjzs></Zj><Fzr>").append(PERSON).append("</Fzr>");
        ResultXml.element(xml, "Baxh", filed ? number : null);
        xml.append("<Bbyhlx>0</Bbyhlx>");
        ResultXml.element(xml, "Scbbsj", day);
        ResultXml.element(xml, "Zjxgsj", day);
        xml.append("</Zt_xx><Wz_xx><Wzid>2</Wzid><Wzmc>网站</Wzmc><Fwnr><Fwnr_id>8</Fwnr_id></Fwnr><Ym_xx><Ymid>3</Ymid>");
        ResultXml.element(xml, "Ym", AnnouncementXml.needed(told.domain(), "domain"));
        xml.append("</Ym_xx><Jr_xx><Jrid>4</Jrid>").append(filed ? "<Ispid>1</Ispid>" : "").append("<Wzfb><Fbdd>5</Fbdd></Wzfb><Wzjrfs>"
            + "<Jrfs>5</Jrfs></Wzjrfs><Ip_xx><Ipid>6</Ipid><Qsip>1998396701</Qsip><Zzip>1998396701</Zzip></Ip_xx>")
            .append(filed ? "" : "<Bbyhid>1</Bbyhid><Bbyhlx>0</Bbyhlx>").append("</Jr_xx><Wz_Fzr>").append(PERSON).append("</Wz_Fzr>");
        ResultXml.element(xml, "Baxh", filed ? number + "-1" : null);
        return xml.append("</Wz_xx></Baxx>").toString();
    }

    /** {@code Jcdm_xx}: a table of {@code JCDM} with its valid codes. */
    static String codes(Announcement told) {
        String[] words = AnnouncementXml.needed(told.text(), "text").split("\\s+");
        if (words.length < 2 || !told.text().matches("[A-Za-z]+_dms(\\s+[0-9]{1,9})+")) {
            throw new IllegalArgumentException("the text names a table and its valid codes, such as Dwxz_dms 1 2 3");
        }
        String table = words[0].substring(0, words[0].length() - "_dms".length());
        StringBuilder xml = new StringBuilder("<Jcdm_xx><").append(words[0]).append('>');
        for (int i = 1; i < words.length; i++) {
            xml.append('<').append(table).append("_xx>");
            ResultXml.element(xml, "Id", words[i]);
            ResultXml.element(xml, NAMES.getOrDefault(table, "Mc"), "代码" + words[i]);
            xml.append("Wbacl".equals(table) ? "" : "<Sfyx>1</Sfyx>").append("</").append(table).append("_xx>");
        }
        return xml.append("</").append(words[0]).append("></Jcdm_xx>").toString();
    }
}
