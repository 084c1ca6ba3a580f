package org.openbeian.rest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public interface at {@value #ROOT}: a servlet with a CXF of its own behind it, so that nothing that CXF itself throws
 * at an odd address gets out.
 */
@Component(service = Servlet.class, immediate = true, property = {
    "osgi.http.whiteboard.servlet.pattern=" + RestServer.ROOT + "/*",
    "osgi.http.whiteboard.servlet.name=openbeian-rest",
    "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"})
public final class RestServer extends CXFNonSpringServlet {

    /** Path below which every operation lies. */
    static final String ROOT = "/api/v1";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
    /** What may stand in the path and query of an address by RFC 3986 beside percent-encoded bytes. */
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~:/?@!$&'()*+,;=-";

    /** By such parameters CXF would let a link choose another method, or describe the interface to strangers. */
    private static final Pattern OVERRIDE = Pattern.compile("(?:.*&)?(?:_|%5[Ff]).*");

    /** Seconds after which a client may come again. */
    private static final String RETRY_AFTER = "2";
    private static final long PATIENCE_SECONDS = 10;

    private final transient Server server;
    /** Read by requests inside, written once by the stop. */
    private final transient ReadWriteLock door = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /** Starts to answer. */
    @Activate
    public RestServer(@Reference Services services, @Reference EventStreams streams) {
        this(services, streams, new DestinationRegistryImpl());
    }

    private RestServer(Services services, EventStreams streams, DestinationRegistry registry) {
        super(registry, false);
        setBus(BusFactory.newInstance().createBus());
        JsonBody json = new JsonBody();
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(getBus());
        factory.setDestinationFactory(new HTTPTransportFactory(registry));
        factory.setAddress("/");
        factory.setServiceBeans(resources(services, streams, json));
        factory.setProviders(List.of(new BodyProvider(json), new ProblemMapper(), new ActorProvider(), new BeginFilter(),
                new AccessFilter(services), new HeaderFilter()));
        factory.setProperties(Map.of(FaultListener.class.getName(), (FaultListener) (fault, what, message) -> false));
        factory.setInvoker(new OnceInvoker(services, json));
        server = factory.create();
    }

    static List<Object> resources(Services services, EventStreams streams, JsonBody json) {
        return List.of(new OrdersResource(services), new OrderResource(services, json), new TransitionsResource(services),
                new ClearancesResource(services), new ReviewsResource(services),
                new TemplatesResource(services), new ForecastsResource(services),
                new FiledOrdersResource(services),
                new CallPlanResource(services),
                new PersonSearchResource(services),
                new MaterialsResource(services), new UploadLinksResource(services), new UploadsResource(services),
                new EventsResource(services, streams), new FeedResource(services, streams),
                new RulesResource(services), new EligibilityResource(services), new CodesResource(services),
                new CorrectionsResource(services), new FlowsResource(services),
                new ReportsResource(services), new AuthoritiesResource(services),
                new FormsResource(services), new RuleTrialsResource(services), new PluginsResource(services),
                new InventoryResource(services), new ImportsResource(services), new DomainsResource(services),
                new BlockingsResource(services), new AddressesResource(services),
                new ResourceObligationsResource(services),
                new AccountResource(services), new ContactsResource(services),
                new AccountsResource(services), new SessionResource(services), new BrowserLogInResource(services),
                new DelegationsResource(services), new DeliveriesResource(services), new RegisterResource(services),
                new PublicRegisterResource(services),
                new ServiceLevelsResource(services),
                new SystemResource(services), new AuditResource(services), new KeysResource(services),
                new NotificationsResource(services), new EndpointsResource(services), new ReceiptsResource(services),
                new RetentionResource(services), new ButlerResource(services), new SitesResource(services),
                new PublicSecurityResource(services), new HelpResource(services), new EnquiriesResource(services),
                new ChecklistResource(services),
                new LettersResource(services),
                new CurtainsResource(services), new CurtainResource(services),
                new CompensationResource(services),
                new ProviderResource(services),
                new OpenApiResource());
    }

    @Override
    public void service(ServletRequest from, ServletResponse to) throws ServletException, IOException {
        HttpServletRequest request = (HttpServletRequest) from;
        HttpServletResponse response = (HttpServletResponse) to;
        if (closed || !door.readLock().tryLock()) {
            HttpProblems.write(request, response, 503, "stopping", "The server is stopping",
                    "nothing was done; try again in a moment");
            response.setHeader("Retry-After", RETRY_AFTER);
            return;
        }
        try {
            serve(request, response);
        } finally {
            door.readLock().unlock();
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isAddress(request.getRequestURI()) || !isAddress(request.getQueryString())) {
            HttpProblems.write(request, response, 400, "bad-address", "The request cannot be read",
                    "the address holds characters that must be percent-encoded");
            return;
        }
        String query = request.getQueryString();
        if (query != null && OVERRIDE.matcher(query).matches() || request.getHeader("X-HTTP-Method-Override") != null) {
            HttpProblems.write(request, response, 400, "bad-query", "The request cannot be read",
                    "query parameters that begin with _ and X-HTTP-Method-Override are not understood");
            return;
        }
        try {
            super.service((ServletRequest) request, response);
        } catch (ServletException | RuntimeException e) {
            String id = HttpProblems.write(request, response, 500, "internal-error", "Error in the server",
                    "an error in the server; its log says more under the request id");
            LOG.error("Request {} failed unexpectedly", id, e);
        }
    }

    /** Sign by sign: a pattern would need as much stack as the address is long. */
    private static boolean isAddress(String text) {
        for (int i = 0; text != null && i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                if (i + 2 >= text.length() || Character.digit(text.charAt(i + 1), 16) < 0
                        || Character.digit(text.charAt(i + 2), 16) < 0) {
                    return false;
                }
                i += 2;
            } else if (SIGNS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The container may be done with the servlet while requests are inside; {@link #stop} waits for them. */
    @Override
    public void destroy() {
    }

    /** Lets those inside end and answers 503 to the rest; CXF itself would say 404 from now on. */
    @Deactivate
    public void stop() {
        closed = true;
        boolean quiet = false;
        try {
            quiet = door.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!quiet) {
            LOG.warn("Requests did not end within {} s and are cut off", PATIENCE_SECONDS);
        }
        server.destroy();
        super.destroy();
    }
}
