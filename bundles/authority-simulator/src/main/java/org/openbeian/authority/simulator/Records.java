package org.openbeian.authority.simulator;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.xml.stream.XMLStreamException;
import org.openbeian.regulator.gateway.wire.XmlInput;
import org.openbeian.regulator.gateway.wire.XmlNode;

/**
 * The records that were published, and what they become by a filing about them. The present state of a record is what the filing
 * that passed last published of it. Stateless.
 */
final class Records {

    private Records() {
    }

    /**
     * A record as it stands.
     *
     * @param number filing number of the organizer
     * @param node the published {@code Baxx}
     */
    record Current(String number, XmlNode node) {

        String organizer() {
            return node.at("Zt_xx").text("Dwmc");
        }

        List<XmlNode> sites() {
            return node.all("Wz_xx");
        }

        /** The sites that a filing is about. */
        List<XmlNode> concerned(Submitted filing) {
            return sites().stream().filter(site -> isAbout(filing, site)).toList();
        }

        private boolean isAbout(Submitted filing, XmlNode site) {
            String id = site.text("Wzid");
            return switch (filing.kind()) {
                case CANCEL_SUBJECT -> true;
                case CANCEL_SITE -> id.equals(filing.node().text("Jlid"));
                case CANCEL_ACCESS -> site.all("Jr_xx").stream().anyMatch(one -> one.text("Jrid").equals(filing.node().text("Jlid")));
                case NEW_ACCESS -> site.text("Baxh").equals(filing.node().at("Wz_xx").text("Wzbah"))
                    || id.equals(filing.node().at("Wz_xx").text("Wzid"));
                case CHANGE -> filing.sites().stream().anyMatch(changed -> id.equals(changed.text("Wzid")));
                case FIRST, NEW_SITES -> false;
            };
        }
    }

    /** The record that a filing is about, if it is published and not cancelled. */
    static Optional<Current> find(Connection connection, Submitted filing) throws SQLException {
        XmlNode node = filing.node();
        return switch (filing.kind()) {
            case FIRST -> Optional.empty();
            case NEW_SITES -> node.at("Zt_xx").text("Ztbah") == null ? holding(connection, "Ztid", node.at("Zt_xx").text("Ztid"))
                : current(connection, node.at("Zt_xx").text("Ztbah"));
            case NEW_ACCESS -> node.at("Wz_xx").text("Wzbah") == null ? holding(connection, "Wzid", node.at("Wz_xx").text("Wzid"))
                : current(connection, node.at("Wz_xx").text("Wzbah").replaceFirst("-\\d+[A-Z]?$", ""));
            case CHANGE -> current(connection, node.at("Zt_xx").text("Baxh"));
            case CANCEL_SUBJECT -> holding(connection, "Ztid", node.text("Jlid"));
            case CANCEL_SITE -> holding(connection, "Wzid", node.text("Jlid"));
            case CANCEL_ACCESS -> holding(connection, "Jrid", node.text("Jlid"));
        };
    }

    private static Optional<Current> holding(Connection connection, String element, String id) throws SQLException {
        String part = "<" + element + ">" + id + "</" + element + ">";
        List<String> numbers = Database.query(connection, "SELECT DISTINCT number FROM filing WHERE decided AND published LIKE ?",
            row -> row.getString(1), "%" + part + "%");
        for (String number : numbers) {
            List<String> xml = newest(connection, number);
            if (!xml.isEmpty() && xml.get(0) != null && xml.get(0).contains(part)) {
                return Optional.of(new Current(number, read(xml.get(0))));
            }
        }
        return Optional.empty();
    }

    /** The record of an organizer as it is published now. */
    static Optional<Current> current(Connection connection, String number) throws SQLException {
        List<String> xml = newest(connection, number);
        return xml.isEmpty() || xml.get(0) == null ? Optional.empty() : Optional.of(new Current(number, read(xml.get(0))));
    }

    private static List<String> newest(Connection connection, String number) throws SQLException {
        return Database.query(connection, "SELECT published FROM filing WHERE number = ? ORDER BY decided_no DESC LIMIT 1",
            row -> row.getString(1), number);
    }

    static XmlNode read(String xml) {
        try {
            return XmlNode.read(XmlInput.open(xml));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the simulator cannot read what it published", e);
        }
    }

    /** What the record becomes when the filing passes; null when the organizer is cancelled. */
    static String after(Submitted filing, Current record, long ispId, ResultXml.RecordIds ids) {
        return switch (filing.kind()) {
            case FIRST -> ResultXml.template(filing.node(), ispId, ids);
            case NEW_SITES -> withSites(filing, record, ispId, ids);
            case NEW_ACCESS -> rebuilt(record, (xml, site) -> {
                if (record.concerned(filing).contains(site)) {
                    site(xml, site, null, filing.node(), ispId, ids);
                    return true;
                }
                return false;
            });
            case CHANGE -> ChangedRecord.of(filing, record, ids);
            case CANCEL_SUBJECT -> null;
            case CANCEL_SITE -> rebuilt(record, (xml, site) -> record.concerned(filing).contains(site));
            case CANCEL_ACCESS -> rebuilt(record, (xml, site) -> {
                if (record.concerned(filing).contains(site)) {
                    site(xml, site, filing.node().text("Jlid"), null, ispId, ids);
                    return true;
                }
                return false;
            });
        };
    }

    private static String withSites(Submitted filing, Current record, long ispId, ResultXml.RecordIds ids) {
        StringBuilder xml = new StringBuilder(rebuilt(record, (to, site) -> false));
        xml.setLength(xml.length() - "</Baxx>".length());
        int position = 0;
        for (XmlNode site : filing.sites()) {
            position++;
            ResultXml.site(xml, site, ispId, ids, ResultXml.SITE_NUMBER + position + ";" + ResultXml.suffix(site));
        }
        return xml.append("</Baxx>").toString();
    }

    /** The record with sites written by somebody else, as far as he says that he did. */
    private static String rebuilt(Current record, BiPredicate<StringBuilder, XmlNode> writer) {
        StringBuilder xml = new StringBuilder("<Baxx>");
        for (XmlNode child : record.node().children()) {
            if (!child.name().equals("Wz_xx") || !writer.test(xml, child)) {
                ResultXml.copy(xml, child);
            }
        }
        return xml.append("</Baxx>").toString();
    }

    private static void site(StringBuilder xml, XmlNode site, String without, XmlNode added, long ispId, ResultXml.RecordIds ids) {
        xml.append("<Wz_xx>");
        boolean written = false;
        for (XmlNode child : site.children()) {
            boolean access = child.name().equals("Jr_xx");
            if (child.name().equals("Wz_Fzr") && added != null) {
                ResultXml.access(xml, added, ispId, ids);
                written = true;
            }
            if (child.name().equals("Zjxgsj") && added != null) {
                ResultXml.element(xml, "Zjxgsj", ResultXml.DECISION_DATE);
            } else if (!access || !child.text("Jrid").equals(without)) {
                ResultXml.copy(xml, child);
            }
        }
        if (added != null && !written) {
            throw new IllegalStateException("a published site has no person in charge");
        }
        xml.append("</Wz_xx>");
    }
}
