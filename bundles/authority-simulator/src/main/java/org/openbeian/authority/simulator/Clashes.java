package org.openbeian.authority.simulator;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an authority finds wrong with a filing when it looks into its books. Stateless. */
final class Clashes {
    private static final int PASSWORD_DIGITS = 6;
    /** Kinds of filings about sites that are there. */
    private static final Set<Submitted.Kind> WITHIN = EnumSet.of(Submitted.Kind.NEW_ACCESS, Submitted.Kind.CHANGE,
        Submitted.Kind.CANCEL_SITE, Submitted.Kind.CANCEL_ACCESS);

    private Clashes() {
    }

    /**
     * Adds what is found.
     *
     * @param record the record that the filing is about, or null when there is none
     */
    static void check(Connection connection, Submitted filing, Records.Current record, List<DataChecks.DataError> errors)
        throws SQLException {
        if (filing.kind() == Submitted.Kind.FIRST) {
            add(errors, Ledger.claimed(connection, "subject:" + filing.document()), 1003, "主办单位与其他备案冲突");
        } else if (record == null || WITHIN.contains(filing.kind()) && record.concerned(filing).isEmpty()) {
            add(errors, true, 1016, "请求的备案信息不存在");
            return;
        } else {
            busy(connection, filing, record, errors);
            content(filing, record, errors);
        }
        List<String> known = record == null || filing.kind() == Submitted.Kind.NEW_SITES ? List.of()
            : Submitted.siteDomains(record.concerned(filing));
        for (String domain : Submitted.siteDomains(filing.sites())) {
            if (!known.contains(domain)) {
                add(errors, Ledger.claimed(connection, "domain:" + domain), 1005, "域名已备案: " + domain);
            }
        }
    }

    private static void busy(Connection connection, Submitted filing, Records.Current record, List<DataChecks.DataError> errors)
        throws SQLException {
        List<String> open = Database.query(connection, "SELECT kind FROM filing WHERE base = ? AND NOT decided", row -> row.getString(1),
            record.number());
        if (open.contains(filing.kind().name()) && filing.kind().cancels()) {
            errors.add(repeated(filing.kind()));
        } else {
            add(errors, !open.isEmpty(), 1017, "该备案信息正在变更");
        }
    }

    private static void content(Submitted filing, Records.Current record, List<DataChecks.DataError> errors) {
        String digits = record.number().replaceAll("\\D", "");
        String right = digits.substring(Math.max(0, digits.length() - PASSWORD_DIGITS));
        add(errors, filing.password() != null && !filing.password().equals(right), 1018, "备案密码错误");
        if (filing.kind() == Submitted.Kind.CHANGE) {
            String province = filing.node().at("Zt_xx", "Txdz").text("Shengid");
            add(errors, !record.node().at("Zt_xx", "Txdz").text("Shengid").equals(province), 1046, "变更备案不能跨省");
        }
    }

    /** What a submission gets that was taken already. */
    static DataChecks.DataError repeated(Submitted.Kind kind) {
        return switch (kind) {
            case FIRST -> new DataChecks.DataError(1037, "该主体标识已报备");
            case NEW_SITES -> new DataChecks.DataError(1037, "该网站已报备");
            case NEW_ACCESS -> new DataChecks.DataError(1038, "该接入已报备");
            case CHANGE -> new DataChecks.DataError(1017, "该备案信息正在变更");
            case CANCEL_SUBJECT -> new DataChecks.DataError(1027, "该主体已申请注销");
            case CANCEL_SITE -> new DataChecks.DataError(1030, "该网站已申请注销");
            case CANCEL_ACCESS -> new DataChecks.DataError(1032, "该接入已申请取消");
        };
    }

    private static void add(List<DataChecks.DataError> errors, boolean wrong, int code, String text) {
        if (wrong) {
            errors.add(new DataChecks.DataError(code, text));
        }
    }
}
