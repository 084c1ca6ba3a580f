package org.openbeian.rest;

import java.util.List;
import java.util.Map;
import org.openbeian.api.rules.Finding;

/** A request that cannot be served for a reason of HTTP or of its body's form. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;
    private final transient List<Finding> findings;

    Trouble(int status, String code, String detail) {
        this(status, code, detail, Map.of(), List.of());
    }

    Trouble(int status, String code, String detail, Map<String, String> headers) {
        this(status, code, detail, headers, List.of());
    }

    Trouble(int status, String code, String detail, List<Finding> findings) {
        this(status, code, detail, Map.of(), findings);
    }

    private Trouble(int status, String code, String detail, Map<String, String> headers, List<Finding> findings) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
        this.findings = findings;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }

    List<Finding> findings() {
        return findings;
    }
}
