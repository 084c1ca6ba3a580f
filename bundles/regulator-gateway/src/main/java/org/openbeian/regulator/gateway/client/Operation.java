package org.openbeian.regulator.gateway.client;

/** The operations of the interface with the endpoint each is found at. */
enum Operation {
    UPLOAD("isp_upload", Paths.UP_DOWN_LOAD),
    DOWNLOAD("isp_download", Paths.UP_DOWN_LOAD),
    ACKNOWLEDGE("isp_downloadack", Paths.UP_DOWN_LOAD),
    PREVIOUS_UPLOAD("isp_querypreviousupload", Paths.UP_DOWN_LOAD),
    FILING_STATUS("isp_querybeianstatus", "/BeianStatusWebService/queryBeianStatus"),
    VERIFY_PASSWORD("isp_verifybamm", "/BeianStatusWebService/verifyBamm");

    private static final class Paths {
        static final String UP_DOWN_LOAD = "/ISPWebService/upDownLoad";
    }

    private final String element;
    private final String path;

    Operation(String element, String path) {
        this.element = element;
        this.path = path;
    }

    /** Local name of the element that the call sends. */
    String element() {
        return element;
    }

    /** Path below the base address of the authority. */
    String path() {
        return path;
    }
}
