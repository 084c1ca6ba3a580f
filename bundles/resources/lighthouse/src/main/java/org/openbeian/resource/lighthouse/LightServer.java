package org.openbeian.resource.lighthouse;

import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ServerType;
import org.openbeian.api.rules.RuleSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Judges light application servers, on the same terms as cloud servers. */
@Component(service = CloudResourceType.class, configurationPid = LightServer.PID)
@Designate(ocd = LighthouseConfig.class)
public final class LightServer extends ServerType {

    static final String PID = "org.openbeian.resource.lighthouse";

    private static final RuleSource SOURCE = new RuleSource("A-14; seed 004, Tencent Cloud APP access-filing guide",
        "undated, after 2023-09", null);

    /** Takes the limits; the catalogue's are the defaults, and stay where a bad value is configured. */
    @Activate
    public LightServer(LighthouseConfig config) {
        super(PID, "lighthouse", new LocalizedText("轻量应用服务器", "Light application server"), SOURCE);
        modified(config);
    }

    /** Takes new limits; where a value is bad it is named and the one in force stays. */
    @Modified
    void modified(LighthouseConfig config) {
        limit(config.monthsBought(), config.monthsLeft(), config.servicesPerServer(), config.sitesPerAddress(),
            config.codesPerServer());
    }
}
