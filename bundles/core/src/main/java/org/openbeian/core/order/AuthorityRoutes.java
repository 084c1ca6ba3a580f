package org.openbeian.core.order;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/**
 * Which upload account takes the orders of a province: by default that of the province's own authority. The interface V3.0 lets a
 * provider report only where it is registered (1045), so that one account may take the orders of many provinces. Thread-safe.
 */
@Component(service = AuthorityRoutes.class, configurationPid = AuthorityRoutes.PID)
@Designate(ocd = RoutesConfig.class)
public final class AuthorityRoutes {

    /** PID of the table. */
    public static final String PID = "org.openbeian.core.routes";

    private static final String NONE = "none";
    private static final Pattern LINE = Pattern.compile("[1-9][0-9]0000=(none|[1-9][0-9]0000(,[1-9][0-9]0000){0,9})");

    private final ConfigGuard<RoutesConfig> guard = new ConfigGuard<>(RoutesConfig.class, PID,
        LoggerFactory.getLogger(AuthorityRoutes.class))
            .check("routes", "lines such as 430000=440000, one for each province", AuthorityRoutes::isTable);

    private volatile boolean known = true;

    /** Without a line: every province has an account of its own. */
    public AuthorityRoutes() {
    }

    /** With the table given; while it is refused, no province has an account: what it would have said is not known. */
    @Activate
    public AuthorityRoutes(RoutesConfig given) {
        guard.update(given);
        known = guard.refused().isEmpty();
    }

    @Modified
    void modified(RoutesConfig given) {
        guard.update(given);
        known |= guard.refused().isEmpty();
    }

    private static boolean isTable(Object value) {
        Set<String> provinces = new HashSet<>();
        return Arrays.stream((String[]) value).allMatch(line -> LINE.matcher(line).matches() && provinces.add(line.substring(0, 6)));
    }

    /**
     * The authority whose account new orders of a province go to.
     *
     * @param provinceId six-digit code
     * @return empty when the table says that there is none, or none of its tables was accepted since the start
     */
    public Optional<String> to(String provinceId) {
        List<String> accounts = known ? accounts(provinceId) : List.of();
        return accounts.isEmpty() ? Optional.empty() : Optional.of(accounts.get(0));
    }

    /** All authorities whose accounts the table names, those of earlier accounts included. */
    public Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (String line : guard.get().routes()) {
            named.addAll(accounts(line.substring(0, 6)));
        }
        return named;
    }

    private List<String> accounts(String provinceId) {
        String beginning = provinceId + "=";
        return Arrays.stream(guard.get().routes()).filter(line -> line.startsWith(beginning)).findFirst()
            .map(line -> line.substring(beginning.length()))
            .map(accounts -> accounts.equals(NONE) ? List.<String>of() : List.of(accounts.split(",")))
            .orElse(List.of(provinceId));
    }
}
