package org.openbeian.api.resource;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of server, judged on {@link ServerTerms}; a subclass names it and hands its configuration on. Begins with the
 * catalogue's limits: three months bought, one left, five services and five authorization codes. Thread-safe.
 */
@ConsumerType
public abstract class ServerType implements CloudResourceType {

    private final String pid;
    private final String kind;
    private final LocalizedText name;
    private final RuleSource source;
    private volatile Limits limits;

    /** What is in force. */
    private record Limits(ServerTerms terms, int services, int sites, int codes) {
    }

    /**
     * With the catalogue's limits.
     *
     * @param pid name of the configuration, for the log
     * @param kind id of the resource type
     * @param name what people call such a server
     * @param source where the conditions stand
     */
    protected ServerType(String pid, String kind, LocalizedText name, RuleSource source) {
        this.pid = pid;
        this.kind = kind;
        this.name = name;
        this.source = source;
        this.limits = new Limits(new ServerTerms(kind, name, 3, 1, source), 5, 0, 5);
    }

    /** Takes new limits; where a value is bad it is named in the log and the one in force stays. */
    protected final void limit(int monthsBought, int monthsLeft, int servicesPerServer, int sitesPerAddress, int codesPerServer) {
        Limits now = limits;
        limits = new Limits(new ServerTerms(kind, name,
                (int) Limit.of(pid, "monthsBought", monthsBought, 1, 120, now.terms.monthsBought()),
                (int) Limit.of(pid, "monthsLeft", monthsLeft, 1, 120, now.terms.monthsLeft()), source),
            (int) Limit.of(pid, "servicesPerServer", servicesPerServer, 1, 1000, now.services),
            (int) Limit.of(pid, "sitesPerAddress", sitesPerAddress, 0, 1000, now.sites),
            (int) Limit.of(pid, "codesPerServer", codesPerServer, 0, 1000, now.codes));
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final LocalizedText name() {
        return name;
    }

    @Override
    public final List<LocalizedText> conditions() {
        return limits.terms.conditions();
    }

    @Override
    public final int servicesPerResource() {
        return limits.services;
    }

    @Override
    public final int sitesPerAddress() {
        return limits.sites;
    }

    @Override
    public final int codesPerResource() {
        return limits.codes;
    }

    @Override
    public final List<ResourceExample> examples() {
        return limits.terms.examples();
    }

    @Override
    public final List<Finding> judge(ResourceFacts facts, Instant on, String pointer) {
        return limits.terms.judge(facts, on, pointer);
    }
}
