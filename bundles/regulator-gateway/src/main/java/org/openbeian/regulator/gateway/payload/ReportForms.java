package org.openbeian.regulator.gateway.payload;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportField.Type;
import org.openbeian.api.report.ReportKind;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The fields of reports, as the schema of uploads V3.0 has them. Thread-safe. */
public final class ReportForms {
    private static final long HIGHEST_ADDRESS = 4_294_967_295L;
    private static final int DAY = 10;
    private static final Set<String> PICTURES = Set.of("Fjnr", "Spwj");
    /** Ids that are ours to give. */
    private static final String OUR_ID = "IspId";
    private static final Map<String, Integer> MOST = new HashMap<>();
    private static final Map<ReportKind, List<ReportField>> FORMS = new ReportForms().read();

    private final Map<String, Element> types = new HashMap<>();

    private ReportForms() {
    }

    /** The fields of a kind in the order of the schema; empty for one that is not ours to send. */
    public static List<ReportField> fields(ReportKind kind) {
        return FORMS.getOrDefault(kind, List.of());
    }

    /** How many entries a list of this name may have; the schema limits no name in two ways. */
    static int most(String name) {
        return MOST.getOrDefault(name, Integer.MAX_VALUE);
    }

    private Map<ReportKind, List<ReportField>> read() {
        try (InputStream in = ReportForms.class.getResourceAsStream("upload-v3.0.xsd")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            children(factory.newDocumentBuilder().parse(in).getDocumentElement()).stream().filter(one -> one.hasAttribute("name"))
                .filter(one -> !"element".equals(one.getLocalName())).forEach(one -> types.put(one.getAttribute("name"), one));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the schema of uploads cannot be read", e);
        }
        Map<ReportKind, List<ReportField>> forms = new EnumMap<>(ReportKind.class);
        for (ReportKind kind : ReportKind.values()) {
            if (kind != ReportKind.DOMAINS) {
                forms.put(kind, fields(at(kind.element())));
            }
        }
        return forms;
    }

    private String at(String path) {
        String type = "UploadData";
        for (String step : path.split("/")) {
            type = elements(types.get(type)).stream().filter(one -> one.getAttribute("name").equals(step)).findFirst().orElseThrow()
                .getAttribute("type");
        }
        return type;
    }

    private List<ReportField> fields(String type) {
        return elements(types.get(type)).stream().map(this::field).toList();
    }

    private ReportField field(Element element) {
        String name = element.getAttribute("name");
        Element type = types.get(element.getAttribute("type"));
        boolean inChoice = "choice".equals(element.getParentNode().getLocalName());
        boolean required = !"0".equals(element.getAttribute("minOccurs")) && !inChoice && !OUR_ID.equals(name);
        String most = element.getAttribute("maxOccurs");
        boolean many = !most.isEmpty() && !"1".equals(most);
        int limit = !many || "unbounded".equals(most) ? Integer.MAX_VALUE : Integer.parseInt(most);
        Integer other = MOST.put(name, limit);
        if (other != null && other != limit) {
            throw new IllegalStateException("the schema limits " + name + " to " + other + " and to " + limit);
        }
        if ("complexType".equals(type.getLocalName())) {
            boolean oneOf = elements(type).stream().allMatch(one -> "choice".equals(one.getParentNode().getLocalName()));
            return new ReportField(name, required, many, Type.GROUP, 0, 0, oneOf, fields(element.getAttribute("type")));
        }
        return simple(name, required, many, type);
    }

    private static ReportField simple(String name, boolean required, boolean many, Element type) {
        if (PICTURES.contains(name)) {
            return new ReportField(name, required, many, Type.PICTURE, 0, Attachment.MAX_FORM_BYTES, false, List.of());
        }
        Element restriction = children(type).get(0);
        boolean number = restriction.getAttribute("base").endsWith("long");
        long min = 0;
        long max = Long.MAX_VALUE;
        for (Element facet : children(restriction)) {
            long value = Long.parseLong(facet.getAttribute("value"));
            if (facet.getLocalName().startsWith("min")) {
                min = value;
            } else {
                max = value;
            }
        }
        Type is = number ? max == HIGHEST_ADDRESS ? Type.ADDRESS : Type.NUMBER : min == DAY && max == DAY ? Type.DAY : Type.TEXT;
        return new ReportField(name, required, many, is, min, max, false, List.of());
    }

    /** The elements that a complex type holds, through its sequences and choices. */
    private static List<Element> elements(Element type) {
        List<Element> found = new ArrayList<>();
        for (Element child : children(type)) {
            if ("element".equals(child.getLocalName())) {
                found.add(child);
            } else {
                found.addAll(elements(child));
            }
        }
        return found;
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                found.add((Element) child);
            }
        }
        return found;
    }
}
