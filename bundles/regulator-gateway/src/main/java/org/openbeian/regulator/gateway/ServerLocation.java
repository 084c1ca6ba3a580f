package org.openbeian.regulator.gateway;

import java.util.Map;

/** {@code Fbdd}: the regulator's codes of the places of servers, by province. */
final class ServerLocation {
    private static final Map<String, Long> CODES = Map.ofEntries(Map.entry("110000", 2L), Map.entry("120000", 29L),
        Map.entry("130000", 11L), Map.entry("140000", 28L), Map.entry("150000", 21L), Map.entry("210000", 19L),
        Map.entry("220000", 16L), Map.entry("230000", 14L), Map.entry("310000", 26L), Map.entry("320000", 17L),
        Map.entry("330000", 34L), Map.entry("340000", 1L), Map.entry("350000", 4L), Map.entry("360000", 18L),
        Map.entry("370000", 25L), Map.entry("410000", 9L), Map.entry("420000", 10L), Map.entry("430000", 15L),
        Map.entry("440000", 5L), Map.entry("450000", 7L), Map.entry("460000", 12L), Map.entry("500000", 3L),
        Map.entry("510000", 24L), Map.entry("520000", 8L), Map.entry("530000", 33L), Map.entry("540000", 32L),
        Map.entry("610000", 27L), Map.entry("620000", 6L), Map.entry("630000", 23L), Map.entry("640000", 22L),
        Map.entry("650000", 31L));

    private ServerLocation() {
    }

    /** The code of a province; 0 for none. */
    static long of(String province) {
        return CODES.getOrDefault(province, 0L);
    }
}
