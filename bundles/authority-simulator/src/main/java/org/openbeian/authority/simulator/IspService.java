package org.openbeian.authority.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.ws.Provider;
import javax.xml.ws.Service;
import javax.xml.ws.ServiceMode;
import javax.xml.ws.WebServiceProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.openbeian.regulator.gateway.wire.ReturnXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The six operations at every authority's address: document/literal, one element with one child per parameter, whatever its
 * namespace and however the first parameter is spelt. Thread-safe.
 */
@WebServiceProvider(targetNamespace = IspService.NAMESPACE, serviceName = "IspService", portName = "IspPort")
@ServiceMode(Service.Mode.PAYLOAD)
class IspService implements Provider<DOMSource> {
    static final String NAMESPACE = "urn:openbeian:authority:isp";

    private static final int PROMISED_BYTES = 1000;

    private final Calls calls;

    IspService(Calls calls) {
        this.calls = calls;
    }

    @Override
    public DOMSource invoke(DOMSource request) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        Element call = element(request.getNode());
        try {
            String answer = ReturnXml.write(calls.answer(authority(message), call.getLocalName(), parameters(call)));
            return response(call, answer);
        } catch (Calls.ConnectionLost lost) {
            breakConnection(message);
            return null;
        }
    }

    /** The code in an address such as {@code /authority/440000/ISPWebService/upDownLoad}. */
    private static String authority(Message message) {
        String path = String.valueOf(message.get(Message.REQUEST_URI));
        String[] steps = path.split("/");
        return steps.length < 3 ? "" : steps[steps.length - 3];
    }

    private static Element element(Node node) {
        return node instanceof Document document ? document.getDocumentElement() : (Element) node;
    }

    private static Map<String, String> parameters(Element call) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Node child = call.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                values.put(child.getLocalName(), child.getTextContent());
            }
        }
        return values;
    }

    private static DOMSource response(Element call, String answer) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
            String namespace = call.getNamespaceURI() == null ? NAMESPACE : call.getNamespaceURI();
            Element root = document.createElementNS(namespace, "isp:" + call.getLocalName() + "Response");
            document.appendChild(root);
            Element result = document.createElement("return");
            result.appendChild(document.createTextNode(answer));
            root.appendChild(result);
            return new DOMSource(root);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the Java platform has an XML parser", e);
        }
    }

    /** Promises more bytes than it sends, so that the container cuts the connection. */
    private static void breakConnection(Message message) {
        HttpServletResponse response = (HttpServletResponse) message.get(AbstractHTTPDestination.HTTP_RESPONSE);
        message.getInterceptorChain().abort();
        try {
            response.setContentType("text/xml;charset=UTF-8");
            response.setContentLength(PROMISED_BYTES);
            response.getOutputStream().write("<".getBytes(StandardCharsets.US_ASCII));
            response.flushBuffer();
        } catch (IOException e) {
            throw new IllegalStateException("the connection broke by itself", e);
        }
    }
}
