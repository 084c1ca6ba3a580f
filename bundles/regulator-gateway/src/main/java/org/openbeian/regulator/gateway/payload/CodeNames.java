package org.openbeian.regulator.gateway.payload;

import java.util.Map;

/**
 * Which of the ministry's code tables says what an element may hold. Cities, counties and reporting units are left to the authority,
 * for nobody says that its lists of them are complete. Stateless.
 */
public final class CodeNames {
    private static final Map<String, String> TABLES = Map.ofEntries(
        Map.entry("Dwxz", "Dwxz_dms"), Map.entry("Dwfl", "Dwfl_dms"), Map.entry("Dwhyfl", "Hyfl_dms"),
        Map.entry("Shengid", "Qy_dms"), Map.entry("Zjlx", "Zjlx_dms"), Map.entry("Fzr_zjlx", "Zjlx_dms"),
        Map.entry("Nrlx_id", "Wzjylx_dms"), Map.entry("Fwnr_id", "Wzfwlx_dms"), Map.entry("Jrfs", "Wzjrfs_dms"),
        Map.entry("Yylb_id", "Yylb_dms"), Map.entry("Fbdd", "Gj_dms"), Map.entry("Zxly", "Zxly_dms"),
        Map.entry("Cljg", "Wbacl_dms"), Map.entry("Fjwjgs", "Fjwjgs_dms"), Map.entry("Fjyt", "Fjytlx_dms"));

    private CodeNames() {
    }

    /** The table of an element, or null when its values are no codes. */
    public static String table(String element) {
        return TABLES.get(element);
    }
}
