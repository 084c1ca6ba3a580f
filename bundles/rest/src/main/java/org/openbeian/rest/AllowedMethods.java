package org.openbeian.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.ws.rs.core.MultivaluedMap;
import org.apache.cxf.jaxrs.JAXRSServiceImpl;
import org.apache.cxf.jaxrs.impl.MetadataMap;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.apache.cxf.jaxrs.utils.HttpUtils;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;

/** The methods of the address of a request; CXF names those of all addresses in the same class. Stateless. */
final class AllowedMethods {

    private AllowedMethods() {
    }

    /** The methods, as in a header {@code Allow}; empty when no address fits the request. */
    static String of(Message request) {
        JAXRSServiceImpl service = (JAXRSServiceImpl) request.getExchange().getService();
        Map<ClassResourceInfo, MultivaluedMap<String, String>> classes = JAXRSUtils.selectResourceClass(
            service.getClassResourceInfos(), HttpUtils.getPathToMatch(request, true), request);
        TreeSet<String> methods = new TreeSet<>();
        if (classes != null) {
            classes.forEach((resource, values) -> resource.getMethodDispatcher().getOperationResourceInfos().stream()
                .filter(operation -> fits(operation, values.getFirst(URITemplate.FINAL_MATCH_GROUP)))
                .map(OperationResourceInfo::getHttpMethod).forEach(methods::add));
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return String.join(", ", methods);
    }

    private static boolean fits(OperationResourceInfo operation, String rest) {
        MultivaluedMap<String, String> values = new MetadataMap<>();
        return operation.getURITemplate().match(rest, values)
            && List.of("", "/").contains(values.getFirst(URITemplate.FINAL_MATCH_GROUP));
    }
}
