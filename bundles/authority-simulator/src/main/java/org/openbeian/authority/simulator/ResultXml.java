package org.openbeian.authority.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.openbeian.regulator.gateway.payload.Extension;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** Writes the parts of {@code DownloadData}. Stateless. */
final class ResultXml {
    /** Stands for the organizer's number until it is allotted. */
    static final String SUBJECT_NUMBER = "\u0001N";
    /** Stands for the date of the decision until it is known. */
    static final String DECISION_DATE = "\u0001D";

    /** Stands, with a count behind it, for the numbers of further sites. */
    static final String SITE_NUMBER = "\u0001K";

    /** Parts of what is answered about addresses, in the order of the schema. */
    static final Set<String> ADDRESSES = new LinkedHashSet<>(List.of("Lyjg", "Fpjg", "Gbjs", "Zdip"));

    private ResultXml() {
    }

    /** {@code Jg_xx}: errors of one submission, or of a file if nothing is named. */
    static String processed(List<DataChecks.DataError> errors, int operation, String named) {
        StringBuilder xml = new StringBuilder("<Jg_xx>");
        for (DataChecks.DataError error : errors) {
            xml.append("<Jgxx>");
            element(xml, "Jgdm", error.code());
            element(xml, "Dmms", error.text());
            xml.append("</Jgxx>");
        }
        element(xml, "Czlx", operation);
        element(xml, "Bs", named);
        return xml.append("</Jg_xx>").toString();
    }

    /** {@code Gjsh}: a decision. */
    static String decided(boolean passed, String opinion, String when, int operation, long recordId) {
        StringBuilder xml = new StringBuilder("<Gjsh>");
        element(xml, "Shrxm", "模拟审核员");
        element(xml, "Shr_dhhm", "010-12381000");
        element(xml, "Shsj", when);
        element(xml, "Shyj", opinion);
        element(xml, "Shjg", passed ? 1 : 0);
        element(xml, "Czlx", operation);
        element(xml, "Jlid", recordId);
        return xml.append("</Gjsh>").toString();
    }

    /** {@code Baxx} as it will be published; number and date are filled in by {@link #publish}. */
    static String template(XmlNode filing, long ispId, RecordIds ids) {
        StringBuilder xml = new StringBuilder("<Baxx><Zt_xx>");
        XmlNode subject = filing.at("Zt_xx");
        copy(xml, subject, "IspZtid");
        element(xml, "Ztid", ids.next());
        copy(xml, subject, "Dwmc", "Dwxz", "Txdz", "Zj");
        person(xml, subject, "Fzr", true);
        element(xml, "Baxh", SUBJECT_NUMBER);
        element(xml, "Bbyhlx", subject.text("Bbfs"));
        copy(xml, subject, "Tzr");
        element(xml, "Scbbsj", DECISION_DATE);
        element(xml, "Zjxgsj", DECISION_DATE);
        element(xml, "Shsj", DECISION_DATE);
        copy(xml, subject, "Bz");
        xml.append("</Zt_xx>");
        int position = 0;
        for (XmlNode site : filing.all("Wz_xx")) {
            position++;
            site(xml, site, ispId, ids, SUBJECT_NUMBER + "-" + position + suffix(site));
        }
        return xml.append("</Baxx>").toString();
    }

    /** Gives the next of the authority's record ids. */
    interface RecordIds {
        long next();
    }

    /** {@code Zxxx}: a record that is cancelled. */
    static String cancelled(long category, long recordId) {
        StringBuilder xml = new StringBuilder("<Zxxx>");
        element(xml, "Zxlb", category);
        element(xml, "Jlid", recordId);
        return xml.append("</Zxxx>").toString();
    }

    static void site(StringBuilder xml, XmlNode site, long ispId, RecordIds ids, String number) {
        xml.append("<Wz_xx>");
        copy(xml, site, "IspWzid");
        element(xml, "Wzid", ids.next());
        copy(xml, site, "Wzmc", "Nrlx", "Fwnr", "Yylb");
        for (XmlNode domain : site.all("Ym_xx")) {
            xml.append("<Ym_xx>");
            copy(xml, domain, "IspYmid");
            element(xml, "Ymid", ids.next());
            copy(xml, domain, "Ym");
            xml.append("</Ym_xx>");
        }
        for (XmlNode access : site.all("Jr_xx")) {
            access(xml, access, ispId, ids);
        }
        person(xml, site, "Wz_Fzr", false);
        copy(xml, site, "Syurl", "Wz_Bz");
        element(xml, "Scbbsj", DECISION_DATE);
        element(xml, "Zjxgsj", DECISION_DATE);
        element(xml, "Baxh", number);
        extension(xml, site);
        xml.append("</Wz_xx>");
    }

    /** What the number of a service ends with. */
    static String suffix(XmlNode site) {
        return Submitted.isApp(site) ? "A" : "";
    }

    /** What our extension says of a service, as it was sent. */
    static void extension(StringBuilder xml, XmlNode site) {
        site.first("Wzkz").ifPresent(node -> copy(xml, node));
    }

    static void access(StringBuilder xml, XmlNode access, long ispId, RecordIds ids) {
        xml.append("<Jr_xx>");
        copy(xml, access, "IspJrid");
        element(xml, "Jrid", ids.next());
        element(xml, "Ispid", ispId);
        copy(xml, access, "Wzfb", "Wzjrfs");
        for (XmlNode range : access.all("Ip_xx")) {
            xml.append("<Ip_xx>");
            copy(xml, range, "IspIpid");
            element(xml, "Ipid", ids.next());
            copy(xml, range, "Qsip", "Zzip");
            xml.append("</Ip_xx>");
        }
        xml.append("</Jr_xx>");
    }

    /** The order of type and number differs between the principals of subject and site in V3.0. */
    static void person(StringBuilder xml, XmlNode parent, String name, boolean numberFirst) {
        XmlNode person = parent.at(name);
        xml.append('<').append(name).append('>');
        copy(xml, person, "Fzr_xm", "Fzr_dhhm", "Fzr_sjhm", "Fzr_dzyj", "Msn", "Qq");
        copy(xml, person, numberFirst ? "Fzr_zjhm" : "Fzr_zjlx", numberFirst ? "Fzr_zjlx" : "Fzr_zjhm");
        xml.append("</").append(name).append('>');
    }

    /** Fills a template in. */
    static String publish(String template, String number, String date) {
        return template.replace(SUBJECT_NUMBER, number).replace(DECISION_DATE, date);
    }

    /**
     * A whole document.
     *
     * @param results the results of a kind
     */
    static String document(Function<String, List<String>> results) {
        for (String other : List.of("JCDM", "SJTB")) {
            if (!results.apply(other).isEmpty()) {
                return alone(other, String.join("", results.apply(other)));
            }
        }
        List<String> addresses = all(results, ADDRESSES.toArray(String[]::new));
        return addresses.isEmpty() ? filings(results) : alone("IP", "<BAJG>" + String.join("", addresses) + "</BAJG>");
    }

    private static String alone(String part, String content) {
        return "<?xml version=\"1.0\" encoding=\"GBK\"?><DownloadData version=\"" + Extension.NATIONAL + "\"><" + part + ">" + content
            + "</" + part + "></DownloadData>";
    }

    private static String filings(Function<String, List<String>> results) {
        List<String> published = results.apply("BASJ");
        boolean extended = published.stream().anyMatch(record -> record.contains("<Wzkz "));
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"GBK\"?><DownloadData version=\"")
            .append(extended ? Extension.VERSION : Extension.NATIONAL).append("\"><ICP>");
        section(xml, "BASJ", published);
        section(xml, "ZXSJ", results.apply("ZXSJ"));
        section(xml, "HMDLB", all(results, "Zthmdxxs", "Wzhmdxxs"));
        section(xml, "FFJRHMD", results.apply("Ffjrxx"));
        section(xml, "WBAWZLB", results.apply("Wbawz_xx"));
        List<String> decided = results.apply("SH");
        List<String> answers = new ArrayList<>(results.apply("JG"));
        if (!decided.isEmpty()) {
            answers.add("<GJSHS>" + String.join("", decided) + "</GJSHS>");
        }
        section(xml, "BAJG", answers);
        section(xml, "HSRW", results.apply("HSRW"));
        List<String> checks = all(results, "Jrhc", "Kkwzhc");
        section(xml, "HCJG", checks.isEmpty() ? checks : List.of("<Jgxx>" + String.join("", checks) + "</Jgxx>"));
        section(xml, "XGTZ", results.apply("Tzxx"));
        return xml.append("</ICP></DownloadData>").toString();
    }

    private static List<String> all(Function<String, List<String>> results, String... kinds) {
        return Arrays.stream(kinds).flatMap(kind -> results.apply(kind).stream()).toList();
    }

    private static void section(StringBuilder xml, String name, List<String> parts) {
        if (!parts.isEmpty()) {
            xml.append('<').append(name).append('>').append(String.join("", parts)).append("</").append(name).append('>');
        }
    }

    static void copy(StringBuilder xml, XmlNode parent, String... names) {
        for (String name : names) {
            parent.all(name).forEach(node -> copy(xml, node));
        }
    }

    static void copy(StringBuilder xml, XmlNode node) {
        if (node.children().isEmpty()) {
            element(xml, node.name(), node.text());
            return;
        }
        xml.append('<').append(node.name()).append("Wzkz".equals(node.name()) ? " xmlns=\"" + Extension.NAMESPACE + "\">" : ">");
        node.children().forEach(child -> copy(xml, child));
        xml.append("</").append(node.name()).append('>');
    }

    static void element(StringBuilder xml, String name, Object value) {
        if (value == null) {
            return;
        }
        xml.append('<').append(name).append('>');
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                default -> xml.append(c);
            }
        }
        xml.append("</").append(name).append('>');
    }
}
