package org.openbeian.api.model;

import java.util.List;

/**
 * What an APP is on one platform (APP 特征信息): rows.
 *
 * @param platform code of the platform such as ANDROID or IOS
 * @param domains domains used on this provider's resources, up to four levels
 * @param packages packages on this platform
 */
public record AppFeature(String platform, List<String> domains, List<AppPackage> packages) {

    /** Copies the lists; null ones become empty. */
    public AppFeature {
        domains = Lists.copy(domains);
        packages = Lists.copy(packages);
    }
}
