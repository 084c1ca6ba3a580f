package org.openbeian.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers 429 with Retry-After to an address that asks too often, before anything else looks at the request, and lets
 * {@link AccessFilter} do the same for an account once it is known who asks. Loopback is not limited by address: behind a
 * proxy everybody comes from there, and the proxy must limit addresses itself.
 */
@Component(service = Filter.class, configurationPid = RateFilter.PID, property = {
    "osgi.http.whiteboard.filter.pattern=" + RestServer.ROOT + "/*",
    "osgi.http.whiteboard.filter.name=openbeian-rate",
    "osgi.http.whiteboard.filter.asyncSupported:Boolean=true"})
@Designate(ocd = RateFilter.Config.class)
public final class RateFilter implements Filter {

    static final String PID = "org.openbeian.rest";
    /** Seconds after which a refused caller may ask again. */
    static final String RETRY_AFTER = "1";

    private static final Logger LOG = LoggerFactory.getLogger(RateFilter.class);
    private static final String ATTRIBUTE = RateFilter.class.getName();

    private final RateLimits limits = new RateLimits(System::nanoTime);
    private final ConfigGuard<Config> config = new ConfigGuard<>(Config.class, PID, LOG)
            .number("address.per.second", 0, 100_000).number("account.per.second", 0, 100_000);

    /** What can be configured. */
    @ObjectClassDefinition(name = "OpenBeian REST interface", description = "How often callers may ask.")
    public @interface Config {

        /** Requests of one address. */
        @AttributeDefinition(name = "Requests per address", description = "Requests each second that one network address other than "
                + "loopback may make; twice as many at once; 0 for no limit; 0 to 100000.")
        int address_per_second() default 100;

        /** Requests of one account. */
        @AttributeDefinition(name = "Requests per account", description = "Requests each second that one account may make; twice as "
                + "many at once; 0 for no limit; 0 to 100000.")
        int account_per_second() default 500;
    }

    /**
     * With a configuration.
     *
     * @param given the values; a bad one is replaced by its default
     */
    @Activate
    public RateFilter(Config given) {
        modified(given);
    }

    @Modified
    void modified(Config given) {
        config.update(given);
    }

    @Override
    public void init(FilterConfig filter) {
    }

    @Override
    public void doFilter(ServletRequest from, ServletResponse to, FilterChain chain) throws IOException, ServletException {
        String address = from.getRemoteAddr();
        if (!InetAddress.getByName(address).isLoopbackAddress()
                && !limits.take("address " + address, config.get().address_per_second())) {
            HttpServletResponse response = (HttpServletResponse) to;
            response.setHeader("Retry-After", RETRY_AFTER);
            HttpProblems.write((HttpServletRequest) from, response, 429, "too-many-requests", "Too many requests",
                    "this address asks more often than the server allows; nothing was done; ask again later");
            return;
        }
        from.setAttribute(ATTRIBUTE, this);
        chain.doFilter(from, to);
    }

    /** Refuses the request of an account that asks too often; without the filter before it nothing is limited. */
    static void checkAccount(HttpServletRequest request, String account) {
        if (request.getAttribute(ATTRIBUTE) instanceof RateFilter filter
                && !filter.limits.take("account " + account, filter.config.get().account_per_second())) {
            throw new Trouble(429, "too-many-requests", "this account asks more often than the server allows; nothing was done;"
                    + " ask again later", Map.of("Retry-After", RETRY_AFTER));
        }
    }

    @Override
    public void destroy() {
    }
}
