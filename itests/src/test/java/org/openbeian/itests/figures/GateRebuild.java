package org.openbeian.itests.figures;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbeian.demo.ServerProcess;

/**
 * How long a start of the distribution takes until its gate knows all domains of the register on PostgreSQL, which is warm from the
 * start before. Run by {@code mvn -Pfigures -Dfigures.main=GateRebuild -Dfigures.filings=5000000 -DskipTests verify}.
 * Arguments: the archive, a working directory, one that is not used, how many domains.
 */
public final class GateRebuild {

    private static final int STARTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern KNOWN = Pattern.compile("The gate knows (\\d+) domains in (\\d+) bytes, read in (\\d+) ms");
    /** The heap that the gate's page asks for so many domains, beside the shipped one. */
    private static final int BYTES_A_DOMAIN = 40;

    private GateRebuild() {
    }

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        int domains = Integer.parseInt(args[3]);
        Path home = Path.of(args[1]).toAbsolutePath().resolve("rebuild-" + System.currentTimeMillis());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                .setServerConfig("shared_buffers", "256MB").start()) {
            ServerProcess server = ServerProcess.prepare(Path.of(args[0]), home).onFreePorts();
            String config = "org.ops4j.datasource-openbeian.cfg";
            server.set(config, "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver")
                .set(config, "url", postgres.getJdbcUrl("postgres", "postgres")).set(config, "user", "postgres")
                .set(config, "password", "figures-" + System.nanoTime());
            Path flags = home.resolve("bin/setenv");
            Files.writeString(flags, Files.readString(flags).replace("-Xmx256m",
                "-Xmx" + (256 + domains * (long) BYTES_A_DOMAIN / 1_000_000) + "m"));
            start(server, 0);
            fill(postgres, domains);
            for (int i = 1; i <= STARTS; i++) {
                start(server, domains);
            }
        }
    }

    /** Each domain has a service of its own, whose name and document are as long as usual. */
    private static void fill(EmbeddedPostgres postgres, int domains) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into register_service (organizer_number, name, domains, record_id, order_id, granted_at, number,"
                + " gate_state, document) select '粤ICP备' || (2000000000 + i) || '号', decode(repeat('ab', 40), 'hex'), '[\"d\"]', i,"
                + " 'imported', now(), '粤ICP备' || (2000000000 + i) || '号-1', 'FILED', decode(repeat('cd', 300), 'hex')"
                + " from generate_series(1, " + domains + ") i");
            statement.execute("insert into register_domain select substr(md5(i::text), 1, 4) || i || (array['.com', '.cn', '.net', '.top',"
                + " '.com.cn'])[i % 5 + 1], '粤ICP备' || (2000000000 + i) || '号-1', 'FILED' from generate_series(1, " + domains + ") i");
            statement.execute("vacuum analyze");
        }
    }

    private static void start(ServerProcess server, int domains) throws IOException, InterruptedException {
        Path log = server.home().resolve("data/log/karaf.log");
        Files.deleteIfExists(log);
        long begin = System.nanoTime();
        server.start();
        try {
            Matcher known = KNOWN.matcher("");
            while (!known.find()) {
                if (System.nanoTime() - begin > PATIENCE.toNanos() || !server.isAlive()) {
                    throw new IllegalStateException("the gate knows no domains; see " + log);
                }
                LockSupport.parkNanos(20_000_000);
                known = KNOWN.matcher(Files.exists(log) ? Files.readString(log) : "");
            }
            if (Integer.parseInt(known.group(1)) != domains) {
                throw new IllegalStateException(known.group());
            }
            System.out.printf(Locale.ROOT, "%,d domains, known after %,d ms, %.1f s after the process began; processor %.1f s in all;"
                + " flags %s%n", domains, Long.parseLong(known.group(3)), (System.nanoTime() - begin) / 1e9,
                new ProcessMeter(server.pid()).cpuSeconds(), new ProcessMeter(server.pid()).jvmFlags());
        } finally {
            server.close();
        }
    }
}
