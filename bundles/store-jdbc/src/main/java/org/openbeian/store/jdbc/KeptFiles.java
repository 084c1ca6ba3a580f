package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openbeian.api.authority.KeptFile;
import org.openbeian.api.authority.KeptFile.State;

/** Lists the files that are kept of an authority, without their contents. */
final class KeptFiles {

    private static final int LONGEST = 4000;
    private static final String MORE = "…";

    private KeptFiles() {
    }

    static List<KeptFile> of(Database database, String authorityId, int limit) {
        List<KeptFile> uploads = database.query("select authority_id, file_sequence, prepared_at, accepted_at from upload_file"
            + " where authority_id = ? order by file_sequence desc limit ?", KeptFiles::upload, authorityId, limit);
        List<KeptFile> results = database.query("select authority_id, name, received_at, applied_at, damaged_at, reason, dismissed_at,"
            + " dismissed_because, notes from result_file where authority_id = ? order by received_at desc, name desc limit ?",
            KeptFiles::result, authorityId, limit);
        return Stream.concat(uploads.stream(), results.stream()).sorted(Comparator.comparing(KeptFile::at).reversed())
            .limit(limit).toList();
    }

    private static KeptFile upload(ResultSet row) throws SQLException {
        boolean accepted = row.getObject("accepted_at") != null;
        return new KeptFile(row.getString("authority_id"), row.getString("file_sequence"), true, accepted ? State.ACCEPTED : State.PENDING,
            Rows.instant(row, "prepared_at"), accepted ? Rows.instant(row, "accepted_at") : null, List.of());
    }

    private static KeptFile result(ResultSet row) throws SQLException {
        boolean applied = row.getObject("applied_at") != null;
        boolean dismissed = row.getObject("dismissed_at") != null;
        List<String> notes = new ArrayList<>(Documents.names(row.getString("notes")));
        for (String column : List.of("reason", "dismissed_because")) {
            if (row.getString(column) != null) {
                notes.add(row.getString(column));
            }
        }
        State state = applied ? State.APPLIED : dismissed ? State.DISMISSED : row.getObject("damaged_at") != null ? State.DAMAGED
            : State.RECEIVED;
        return new KeptFile(row.getString("authority_id"), row.getString("name"), false, state, Rows.instant(row, "received_at"),
            applied ? Rows.instant(row, "applied_at") : dismissed ? Rows.instant(row, "dismissed_at") : null, notes);
    }

    /** As JSON, as many as there is room for; the last one then says that there are more. Null for none. */
    static String text(List<String> notes) {
        List<String> kept = new ArrayList<>(notes);
        while (!kept.isEmpty()) {
            String text = Documents.text(kept);
            if (text.length() <= LONGEST) {
                return text;
            }
            kept = new ArrayList<>(kept.subList(0, (kept.size() - 1) / 2));
            kept.add(MORE);
        }
        return null;
    }
}
