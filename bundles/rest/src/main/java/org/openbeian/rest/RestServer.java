package org.openbeian.rest;

import java.util.List;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The public interface at {@value #ROOT}. */
@Component(service = RestServer.class, immediate = true)
public final class RestServer {

    /** Path below which every operation lies. */
    static final String ROOT = "/api/v1";
    /** The same within the servlet of CXF. */
    private static final String ADDRESS = "/v1";

    private final Bus bus;
    private final Server server;

    /** Starts to answer. */
    @Activate
    public RestServer(@Reference Services services, @Reference EventStreams streams) {
        bus = BusFactory.newInstance().createBus();
        server = create(bus, services, streams);
    }

    static Server create(Bus bus, Services services, EventStreams streams) {
        JsonBody json = new JsonBody();
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress(ADDRESS);
        factory.setServiceBeans(resources(services, streams, json));
        factory.setProviders(List.of(new BodyProvider(json), new ProblemMapper(), new ActorProvider(),
                new BeginFilter(), new AccessFilter(services), new HeaderFilter()));
        factory.setProperties(Map.of(FaultListener.class.getName(), (FaultListener) (fault, what, message) -> false));
        factory.setInvoker(new OnceInvoker(services, json));
        return factory.create();
    }

    static List<Object> resources(Services services, EventStreams streams, JsonBody json) {
        return List.of(new OrdersResource(services), new OrderResource(services, json), new TransitionsResource(services),
                new MaterialsResource(services), new EventsResource(services, streams),
                new RulesResource(services), new InventoryResource(services), new AccountResource(services),
                new RecordsResource(services), new SystemResource(services), new OpenApiResource());
    }

    /** Stops answering. */
    @Deactivate
    public void stop() {
        server.destroy();
        bus.shutdown(false);
    }
}
