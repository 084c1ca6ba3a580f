package org.openbeian.regulator.gateway.client;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.ws.Dispatch;
import javax.xml.ws.Service;
import javax.xml.ws.WebServiceException;
import javax.xml.ws.soap.SOAPBinding;
import javax.xml.ws.spi.ServiceDelegate;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.jaxws.spi.ProviderImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.ConnectionType;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Calls an operation: one element with one child per parameter out, one string back, document/literal. Nothing is repeated
 * and no redirect is followed. Thread-safe.
 */
final class SoapCaller {
    private static final QName SERVICE = new QName("urn:openbeian:authority:isp", "IspService");
    /** The conduit on HttpURLConnection would send a POST a second time when a connection breaks off; java.net.http does not. */
    private static final String URL_CONNECTION = "force.urlconnection.http.conduit";

    /** An authority that cannot be reached is an outcome, not a stack trace in the log. */
    private static final FaultListener QUIET = (exception, description, message) -> false;

    private final AccountSettings settings;
    private final Map<String, Dispatch<DOMSource>> byPath = new HashMap<>();

    SoapCaller(AccountSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes one call.
     *
     * @param operation what to call
     * @param parameters names and values in the order of the specification
     * @return the string that the operation returned
     * @throws CallFailed when no such string came
     */
    String call(Operation operation, Map<String, String> parameters) throws CallFailed {
        Dispatch<DOMSource> dispatch = dispatch(operation.path());
        DOMSource request = request(operation, parameters);
        try {
            DOMSource response = dispatch.invoke(request);
            return returned(response == null ? null : response.getNode());
        } catch (WebServiceException e) {
            throw failure(e);
        }
    }

    private synchronized Dispatch<DOMSource> dispatch(String path) {
        return byPath.computeIfAbsent(path, this::create);
    }

    private Dispatch<DOMSource> create(String path) {
        QName port = new QName(SERVICE.getNamespaceURI(), "IspPort");
        ServiceDelegate service = new ProviderImpl().createServiceDelegate(null, SERVICE, Service.class);
        service.addPort(port, SOAPBinding.SOAP11HTTP_BINDING, settings.address() + path);
        Dispatch<DOMSource> dispatch = service.createDispatch(port, DOMSource.class, Service.Mode.PAYLOAD);
        dispatch.getRequestContext().put(URL_CONNECTION, false);
        dispatch.getRequestContext().put(FaultListener.class.getName(), QUIET);
        HTTPClientPolicy policy = new HTTPClientPolicy();
        policy.setConnectionTimeout(settings.connectTimeout().toMillis());
        policy.setReceiveTimeout(settings.receiveTimeout().toMillis());
        policy.setAllowChunking(false);
        policy.setAutoRedirect(false);
        policy.setMaxRetransmits(0);
        policy.setConnection(ConnectionType.KEEP_ALIVE);
        HTTPConduit conduit = (HTTPConduit) ((DispatchImpl<DOMSource>) dispatch).getClient().getConduit();
        conduit.setClient(policy);
        if (settings.transport().proxy() != null) {
            policy.setProxyServer(settings.transport().proxy().getHostString());
            policy.setProxyServerPort(settings.transport().proxy().getPort());
        }
        if (settings.transport().tls() != null) {
            TLSClientParameters tls = new TLSClientParameters();
            tls.setSslContext(settings.transport().tls());
            conduit.setTlsClientParameters(tls);
        }
        return dispatch;
    }

    private DOMSource request(Operation operation, Map<String, String> parameters) {
        Document document = newDocument();
        Element root = document.createElementNS(settings.namespace(), "isp:" + operation.element());
        document.appendChild(root);
        parameters.forEach((name, value) -> {
            Element parameter = document.createElement(name);
            parameter.appendChild(document.createTextNode(value));
            root.appendChild(parameter);
        });
        return new DOMSource(root);
    }

    private static Document newDocument() {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            return builder.newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the Java platform has an XML parser", e);
        }
    }

    /** The response element holds one child, named {@code return} by all peers seen so far. */
    private static String returned(Node node) throws CallFailed {
        Node element = node instanceof Document document ? document.getDocumentElement() : node;
        Node child = element == null ? null : element.getFirstChild();
        while (child != null && child.getNodeType() != Node.ELEMENT_NODE) {
            child = child.getNextSibling();
        }
        if (child == null) {
            throw new CallFailed(true, "the answer holds no return element", null);
        }
        return child.getTextContent();
    }

    private static CallFailed failure(WebServiceException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (beforeSending(cause)) {
                return new CallFailed(false, "no connection: " + cause, failure);
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new CallFailed(true, "no answer: " + root, failure);
    }

    private static boolean beforeSending(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof UnknownHostException || cause instanceof NoRouteToHostException
            || cause instanceof SSLHandshakeException
            || cause instanceof SocketTimeoutException && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }
}
