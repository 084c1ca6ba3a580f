package org.openbeian.api.resource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the operator's inventory knows of a cloud resource (云资源).
 *
 * @param kind id of the resource type, such as {@code cvm}
 * @param id id of the resource
 * @param account account that owns it
 * @param region region id
 * @param mainland whether the region lies in mainland China
 * @param ips its public addresses
 * @param prepaid whether it is paid by month or year
 * @param monthsBought months bought, renewals included
 * @param expiresAt end of its term, or null when it has none
 * @param attributes further facts that its type knows; never null
 * @param restsOn the resources that it is bound to, such as the servers behind a load balancer; never null
 */
public record ResourceFacts(String kind, String id, String account, String region, boolean mainland, List<String> ips,
        boolean prepaid, int monthsBought, Instant expiresAt, Map<String, String> attributes,
        List<ResourceRef> restsOn) {

    /** Copies the collections; null ones become empty. */
    public ResourceFacts {
        ips = ips == null ? List.of() : List.copyOf(ips);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        restsOn = restsOn == null ? List.of() : List.copyOf(restsOn);
    }

    /** A resource that rests on no other. */
    public ResourceFacts(String kind, String id, String account, String region, boolean mainland, List<String> ips,
            boolean prepaid, int monthsBought, Instant expiresAt, Map<String, String> attributes) {
        this(kind, id, account, region, mainland, ips, prepaid, monthsBought, expiresAt, attributes, List.of());
    }

    /** Its name. */
    public ResourceRef ref() {
        return new ResourceRef(kind, id);
    }

    /**
     * What is known when another resource stands behind this one: a resource without a region of its own, such as an
     * authorization code, has region, addresses and term of the other; any other one stays as it is.
     */
    public ResourceFacts over(ResourceFacts base) {
        return region != null ? this : new ResourceFacts(kind, id, account, base.region, base.mainland, base.ips, base.prepaid,
            base.monthsBought, base.expiresAt, attributes, restsOn);
    }
}
