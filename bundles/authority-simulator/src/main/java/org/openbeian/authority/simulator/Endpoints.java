package org.openbeian.authority.simulator;

import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;

/** Publishes the SOAP service. */
final class Endpoints {

    private Endpoints() {
    }

    /**
     * Publishes one service for all authorities: the servlet finds it for every address below its own.
     *
     * @param bus the bus whose servlet serves it
     * @param address its address below that of the servlet
     */
    static Server publish(Bus bus, String address, IspService service) {
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress(address);
        factory.setServiceBean(service);
        return factory.create();
    }
}
