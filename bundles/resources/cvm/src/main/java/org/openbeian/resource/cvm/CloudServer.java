package org.openbeian.resource.cvm;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ServerTerms;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges cloud servers: in the mainland with a public address, prepaid, bought and left for long enough. */
@Component(configurationPid = CloudServer.PID)
@Designate(ocd = CvmConfig.class)
public final class CloudServer implements CloudResourceType {

    static final String PID = "org.openbeian.resource.cvm";

    private static final Logger LOG = LoggerFactory.getLogger(CloudServer.class);
    private static final LocalizedText NAME = new LocalizedText("云服务器", "Cloud server");
    private static final RuleSource SOURCE = new RuleSource("A-10 to A-13; seed 004, Tencent Cloud APP access-filing guide",
        "undated, after 2023-09", null);

    private volatile Limits limits = new Limits(new ServerTerms("cvm", NAME, 3, 1, SOURCE), 5, 5);

    /** What is in force. */
    private record Limits(ServerTerms terms, int services, int codes) {
    }

    /** Takes the limits; the catalogue's are the defaults, and stay where a bad value is configured. */
    @Activate
    public CloudServer(CvmConfig config) {
        modified(config);
    }

    /** Takes new limits; where a value is bad it is named and the one in force stays. */
    @Modified
    void modified(CvmConfig config) {
        Limits now = limits;
        limits = new Limits(new ServerTerms("cvm", NAME,
                good("monthsBought", config.monthsBought(), 1, 120, now.terms.monthsBought()),
                good("monthsLeft", config.monthsLeft(), 1, 120, now.terms.monthsLeft()), SOURCE),
            good("servicesPerServer", config.servicesPerServer(), 1, 1000, now.services),
            good("codesPerServer", config.codesPerServer(), 0, 1000, now.codes));
    }

    private static int good(String name, int value, int least, int most, int inForce) {
        if (value >= least && value <= most) {
            return value;
        }
        LOG.error("{}: the value of {} is refused, expected a number from {} to {}; {} stays in force", PID, name, least, most,
            inForce);
        return inForce;
    }

    @Override
    public String kind() {
        return "cvm";
    }

    @Override
    public LocalizedText name() {
        return NAME;
    }

    @Override
    public List<LocalizedText> conditions() {
        return limits.terms.conditions();
    }

    @Override
    public int servicesPerResource() {
        return limits.services;
    }

    @Override
    public int codesPerResource() {
        return limits.codes;
    }

    @Override
    public List<ResourceExample> examples() {
        return limits.terms.examples();
    }

    @Override
    public List<Finding> judge(ResourceFacts facts, Instant on, String pointer) {
        return limits.terms.judge(facts, on, pointer);
    }
}
