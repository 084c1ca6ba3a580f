package org.openbeian.api.resource;

import java.util.List;
import org.openbeian.api.model.LocalizedText;

/**
 * What people read about a resource type.
 *
 * @param kind id of the kind, such as {@code cvm}
 * @param name name for people
 * @param conditions the conditions its resources must fulfil
 * @param servicesPerResource how many services one resource carries at most
 * @param resourcesPerAccount how many resources of this kind one account may file on; 0 when it may on any number
 * @param sitesPerAddress how many websites one public address carries at most; 0 when it carries any number
 * @param codesPerResource how many authorization codes one resource may issue; 0 when it grants none
 * @param examples resources that qualify and that do not
 * @param plugin symbolic name of the bundle that brings it
 * @param pluginVersion version of that bundle
 */
public record ResourceTypeProfile(String kind, LocalizedText name, List<LocalizedText> conditions,
        int servicesPerResource, int resourcesPerAccount, int sitesPerAddress, int codesPerResource,
        List<ResourceExample> examples, String plugin, String pluginVersion) {

    /** Copies the lists. */
    public ResourceTypeProfile {
        conditions = List.copyOf(conditions);
        examples = List.copyOf(examples);
    }
}
