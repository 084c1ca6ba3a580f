package org.openbeian.authority.simulator;

import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.MessageObserver;

/** Publishes the SOAP service. */
final class Endpoints {

    private Endpoints() {
    }

    /**
     * Publishes one service for all authorities: the servlet finds it for every address below its own.
     *
     * @param bus the bus whose servlet serves it
     * @param address its address below that of the servlet
     * @param meter told what the calls cost, from the first byte read to the last one written
     */
    static Server publish(Bus bus, String address, IspService service, CpuMeter meter) {
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress(address);
        factory.setServiceBean(service);
        Server server = factory.create();
        MessageObserver calls = server.getDestination().getMessageObserver();
        server.getDestination().setMessageObserver(message -> meter.run(() -> calls.onMessage(message)));
        return server;
    }
}
