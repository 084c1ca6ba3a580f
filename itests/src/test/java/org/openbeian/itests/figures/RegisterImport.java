package org.openbeian.itests.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.openbeian.demo.ServerProcess;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Register rows from JSON lines into the distribution on PostgreSQL, against a plain {@code COPY} of the same lines that passes
 * through Jackson, in turn in the same run; each row is an organizer with a website, encrypted by a key of its own. Run by
 * {@code mvn -Pfigures -Dfigures.main=RegisterImport -Dfigures.filings=1000000 -DskipTests verify}.
 * Arguments: the archive, a working directory, one that is not used, how many rows in all rounds together.
 */
public final class RegisterImport {

    private static final int ROUNDS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegisterLines lines = new RegisterLines();

    private RegisterImport() throws IOException {
    }

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        new RegisterImport().run(Path.of(args[0]), Path.of(args[1]).toAbsolutePath(), Integer.parseInt(args[3]) / ROUNDS);
    }

    private void run(Path archive, Path directory, int rows) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on").start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                ServerProcess server = ServerProcess.prepare(archive, directory.resolve("import-" + System.currentTimeMillis()))
                    .onFreePorts()) {
            String config = "org.ops4j.datasource-openbeian.cfg";
            server.set(config, "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver")
                .set(config, "url", postgres.getJdbcUrl("postgres", "postgres")).set(config, "user", "postgres")
                .set(config, "password", "figures-" + System.nanoTime()).start();
            server.awaitReady(Duration.ofSeconds(120));
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table plain (number text primary key, name text, granted_at timestamptz, domain text,"
                    + " document text)");
            }
            System.out.printf(Locale.ROOT, "%d rounds of %,d rows of %d bytes; server's flags %s%n", ROUNDS, rows,
                lines.line(1, 1).length, new ProcessMeter(server.pid()).jvmFlags());
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                double plain = copy(connection, round, rows);
                double ours = importInto(server, round, rows);
                ratios[round] = ours / plain;
                System.out.printf(Locale.ROOT, "round %d: plain COPY %,.0f rows a second, import %,.0f, ratio %.3f%n", round + 1, plain,
                    ours, ratios[round]);
            }
            Arrays.sort(ratios);
            System.out.printf(Locale.ROOT, "median ratio %.3f%n", ratios[ROUNDS / 2]);
        }
    }

    /** Rows a second of a COPY whose rows come from the parsed lines. */
    private double copy(Connection connection, int round, int rows) throws SQLException, IOException {
        InputStream in = lines.of(round, rows);
        long begin = System.nanoTime();
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy plain from stdin");
        try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(in)) {
            while (values.hasNext()) {
                JsonNode value = values.next();
                JsonNode organizer = value.get("organizer");
                byte[] row = String.join("\t", organizer.get("number").asText(), organizer.get("name").asText(),
                    organizer.get("grantedAt").asText(), value.at("/services/0/domains/0").asText(),
                    value.toString().replace("\\", "\\\\")).concat("\n").getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(row, 0, row.length);
            }
        }
        long copied = copy.endCopy();
        if (copied != rows) {
            throw new IllegalStateException(copied + " rows copied");
        }
        return rows * 1e9 / (System.nanoTime() - begin);
    }

    /** Rows a second from the first byte sent to the answer that all are stored. */
    private double importInto(ServerProcess server, int round, int rows) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        lines.importInto(server, round, rows);
        return rows * 1e9 / (System.nanoTime() - begin);
    }
}
