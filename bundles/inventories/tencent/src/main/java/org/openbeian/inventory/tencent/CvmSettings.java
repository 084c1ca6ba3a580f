package org.openbeian.inventory.tencent;

import java.util.List;
import java.util.Set;

/** The checked configuration; the key may be the name of a secret in the vault. */
record CvmSettings(String account, String address, List<String> regions, Set<String> mainland, String id, String key, int keepSeconds) {

    /**
     * Checks a configuration.
     *
     * @throws IllegalArgumentException naming the bad value
     */
    static CvmSettings of(CvmConfig config) {
        check(!text(config.account()).isEmpty(), "account must name an account of this server");
        check(text(config.address()).matches("https?://[A-Za-z0-9.:-]{1,253}/?"), "address must be that of the service");
        List<String> regions = config.regions() == null ? List.of() : List.of(config.regions()).stream().map(String::strip).toList();
        check(!regions.isEmpty() && regions.stream().allMatch(region -> region.matches("[a-z0-9-]{1,40}")),
            "regions must be like ap-guangzhou");
        check(text(config.id()).matches("[\\x21-\\x7e]{8,128}"), "id must be the id of an access key");
        check(!text(config._key()).isEmpty(), ".key must be the secret of the access key, as secret:NAME");
        check(config.keep_seconds() >= 0 && config.keep_seconds() <= 3600, "keep.seconds must be 0 to 3600");
        return new CvmSettings(text(config.account()), text(config.address()), regions,
            config.mainland() == null ? Set.of() : Set.of(config.mainland()), text(config.id()), config._key(), config.keep_seconds());
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "CvmSettings[" + account + "]";
    }
}
