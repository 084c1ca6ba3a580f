package org.openbeian.resource.cvm;

import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ServerType;
import org.openbeian.api.rules.RuleSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Judges cloud servers: in the mainland with a public address, prepaid, bought and left for long enough. */
@Component(service = CloudResourceType.class, configurationPid = CloudServer.PID)
@Designate(ocd = CvmConfig.class)
public final class CloudServer extends ServerType {

    static final String PID = "org.openbeian.resource.cvm";

    private static final RuleSource SOURCE = new RuleSource("A-10 to A-13; seed 004, Tencent Cloud APP access-filing guide",
        "undated, after 2023-09", null);

    /** Takes the limits; the catalogue's are the defaults, and stay where a bad value is configured. */
    @Activate
    public CloudServer(CvmConfig config) {
        super(PID, "cvm", new LocalizedText("云服务器", "Cloud server"), SOURCE);
        modified(config);
    }

    /** Takes new limits; where a value is bad it is named and the one in force stays. */
    @Modified
    void modified(CvmConfig config) {
        limit(config.monthsBought(), config.monthsLeft(), config.servicesPerServer(), config.sitesPerAddress(),
            config.codesPerServer());
    }
}
