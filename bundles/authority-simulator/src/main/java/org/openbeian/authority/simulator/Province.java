package org.openbeian.authority.simulator;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A province whose administration is simulated.
 *
 * @param id six-digit GB/T 2260 code
 * @param name Chinese name
 * @param prefix character with which its filing numbers begin; not always the short name
 */
record Province(String id, String name, String prefix) {
    private static final String TABLE = """
        110000北京京 120000天津津 130000河北冀 140000山西晋 150000内蒙古蒙 210000辽宁辽 220000吉林吉 230000黑龙江黑 310000上海沪 320000江苏苏
        330000浙江浙 340000安徽皖 350000福建闽 360000江西赣 370000山东鲁 410000河南豫 420000湖北鄂 430000湖南湘 440000广东粤 450000广西桂
        460000海南琼 500000重庆渝 510000四川蜀 520000贵州黔 530000云南滇 540000西藏藏 610000陕西陕 620000甘肃陇 630000青海青 640000宁夏宁
        650000新疆新""";

    /** The ministry above the provinces; it reviews nothing itself. */
    static final Province MINISTRY = new Province("000000", "工信部", "");

    /** All 31 by id. */
    static final Map<String, Province> ALL = Arrays.stream(TABLE.split("\\s+")).map(Province::parse)
        .collect(Collectors.toUnmodifiableMap(Province::id, Function.identity()));

    private static Province parse(String row) {
        return new Province(row.substring(0, 6), row.substring(6, row.length() - 1), row.substring(row.length() - 1));
    }

    /** The provider's id at this authority, 12 digits. */
    long ispId() {
        return "000000".equals(id) ? 100_000_000_001L : Long.parseLong(id) * 1_000_000 + 1;
    }
}
