package org.openbeian.rest;

import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.slf4j.MDC;

/** The id of the present request, given by the caller or made here; in every log line and in every answer. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";
    static final String MDC_REQUEST = "request";
    static final String MDC_ORDER = "order";

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {
    }

    /** Begins a request; forgets what an earlier one left on this thread. */
    static void begin(String given) {
        String id = given != null && SAFE.matcher(given).matches() ? given : UUID.randomUUID().toString();
        JAXRSUtils.getCurrentMessage().getExchange().put(HEADER, id);
        MDC.put(MDC_REQUEST, id);
        MDC.remove(MDC_ORDER);
    }

    /** Names the order that the request is about. */
    static void order(String orderId) {
        MDC.put(MDC_ORDER, orderId);
    }

    /** The id of the request that this thread serves; null outside of requests. */
    static String current() {
        Message message = JAXRSUtils.getCurrentMessage();
        return message == null ? null : (String) message.getExchange().get(HEADER);
    }

    /** Forgets the request on this thread. */
    static void end() {
        MDC.remove(MDC_REQUEST);
        MDC.remove(MDC_ORDER);
    }
}
