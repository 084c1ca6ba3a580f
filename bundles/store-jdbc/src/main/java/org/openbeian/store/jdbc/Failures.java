package org.openbeian.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.openbeian.api.store.StoreUnavailable;

/** Turns errors of the database into what callers may know. */
final class Failures {

    /** Deadlock, serialization failure, lock timeout, concurrent update: the work may succeed when it is run again. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    /** Shut down, starting up, too many clients, disk or memory full, file or connection broken. */
    private static final Set<String> OUTAGES = Set.of("57P01", "57P02", "57P03", "90007", "90020", "90028", "90031", "90067",
            "90098", "90121");

    private Failures() {
    }

    /** Thrown inside a transaction that lost against another one. */
    static final class Conflict extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Conflict(SQLException cause) {
            super("another transaction was faster", cause);
        }
    }

    /** The exception to throw for an error of the database. */
    static RuntimeException of(String what, SQLException error) {
        if (isOutage(error)) {
            return new StoreUnavailable("the database cannot be reached: " + what, error);
        }
        if (CONFLICTS.contains(state(error))) {
            return new Conflict(error);
        }
        return new IllegalStateException("the database refused: " + what, error);
    }

    static boolean isDuplicate(SQLException error) {
        return "23505".equals(state(error));
    }

    static boolean isOutage(SQLException error) {
        String state = state(error);
        return state.startsWith("08") || state.startsWith("53") || OUTAGES.contains(state)
                || error instanceof SQLNonTransientConnectionException || error instanceof SQLTransientConnectionException
                || error instanceof SQLRecoverableException;
    }

    private static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }
}
