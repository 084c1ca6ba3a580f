package org.openbeian.itests.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.ServerProcess;

/**
 * How long lists and searches take through REST on the distribution with many orders on PostgreSQL: first pages, and pages in the
 * middle, which are reached by their cursors. One order is filed, the others are copies of its row, spread over accounts, states
 * and provinces; the register holds as many organizers, imported, or {@code -Dfigures.register}. Run by
 * {@code mvn -Pfigures -Dfigures.main=OrderLists -Dfigures.filings=1000000 -DskipTests verify}.
 * Arguments: the archive, a working directory, one that is not used, how many orders.
 */
public final class OrderLists {

    private static final int REPEATS = 200;
    /** Orders that are really in pre-review, due before all copies: the queue opens the orders that it shows. */
    private static final int QUEUED = 120;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** 94 of 100 are granted; one of 10,000 is of a small province; one account has one of 50. */
    private static final Map<String, String> COPIED = new LinkedHashMap<>(Map.ofEntries(
        Map.entry("id", "'01m' || lpad(to_hex(i), 23, '0')"),
        Map.entry("account", "case when i % 50 = 0 then 'applicant' else 'account' || i % 50000 end"),
        Map.entry("state", "case i % 100 when 1 then 'PRE_REVIEW' when 2 then 'RETURNED' when 3 then 'AUTHORITY_REVIEW'"
            + " when 4 then 'DRAFT' when 5 then 'SMS_PENDING' when 6 then 'WITHDRAWN' else 'APPROVED' end"),
        Map.entry("province_id", "case when i % 10000 = 1 then '540000' when i % 3 = 0 then '110000' else '440000' end"),
        Map.entry("due", "now() + interval '1 year' + (i % 100000) * interval '1 minute'"),
        Map.entry("created_at", "now() - i * interval '1 second'"),
        Map.entry("updated_at", "now() - i * interval '1 second'"),
        Map.entry("is_proposed", "i % 5000 = 7"),
        Map.entry("waiting_reason", "case when i % 2000 = 9 then 'rules-missing' end"),
        Map.entry("number", "null")));

    private final RegisterLines lines = new RegisterLines();
    private ServerProcess server;

    private OrderLists() throws Exception {
    }

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        new OrderLists().run(Path.of(args[0]), Path.of(args[1]).toAbsolutePath(), Integer.parseInt(args[3]));
    }

    private void run(Path archive, Path directory, int orders) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                ServerProcess prepared = ServerProcess.prepare(archive, directory.resolve("lists-" + System.currentTimeMillis()))
                    .onFreePorts().withSimulator()) {
            server = prepared;
            String config = "org.ops4j.datasource-openbeian.cfg";
            server.set(config, "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver")
                .set(config, "url", postgres.getJdbcUrl("postgres", "postgres")).set(config, "user", "postgres")
                .set(config, "password", "figures-" + System.nanoTime()).start();
            server.awaitReady(Duration.ofSeconds(120));
            Load load = new Load(server, 1);
            load.importResources(1 + QUEUED);
            load.file(1);
            lines.importInto(server, 0, Integer.getInteger("figures.register", orders));
            copies(connection, orders);
            for (int i = 1; i <= QUEUED; i++) {
                load.submit(i);
            }
            System.out.printf(Locale.ROOT, "%,d orders on PostgreSQL, pages of 50, %d requests each; flags %s%n",
                orders, REPEATS, new ProcessMeter(server.pid()).jvmFlags());
            measure(orders);
        }
    }

    private static void copies(Connection connection, int orders) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            TreeSet<String> columns = new TreeSet<>();
            try (var found = statement.executeQuery("select column_name from information_schema.columns"
                    + " where table_name = 'filing_order'")) {
                while (found.next()) {
                    columns.add(found.getString(1));
                }
            }
            statement.execute("insert into filing_order (" + String.join(", ", columns) + ") select " + columns.stream()
                .map(column -> COPIED.getOrDefault(column, "f." + column)).collect(Collectors.joining(", "))
                + " from (select * from filing_order limit 1) f, generate_series(1, " + orders + ") i");
            statement.execute("update register_organizer set order_id = '01m' || lpad(to_hex(substr(number, 7, 10)::bigint % "
                + orders + "), 23, '0') where order_id = ''");
            statement.execute("vacuum analyze");
        }
    }

    private void measure(int orders) throws Exception {
        RestClient specialist = server.as("specialist");
        RestClient applicant = server.as("applicant");
        String id = String.format("01m%023x", orders / 2);
        for (String query : List.of("", "&state=APPROVED", "&state=PRE_REVIEW", "&state=RETURNED", "&province=440000",
                "&province=540000", "&state=RETURNED&province=540000", "&waiting=true", "&proposed=true")) {
            list("orders of all" + query, specialist, "/api/v1/orders?limit=50" + query, id);
        }
        list("orders of one account", applicant, "/api/v1/orders?limit=50", id);
        String due = specialist.send("GET", "/api/v1/reviews?limit=50").expectSuccess().json().at("/49/order/due").asText();
        for (String query : List.of("", "&province=440000")) {
            list("queue of the pre-review" + query, specialist, "/api/v1/reviews?limit=50" + query,
                Instant.parse(due).toEpochMilli() + ".0.0");
        }
        String number = RegisterLines.number(0, orders / 2);
        for (String wanted : List.of("{}", "{\"after\":\"" + number + "\"}", "{\"number\":\"" + number + "\"}",
                "{\"domain\":\"www.site0x" + orders / 2 + ".com\"}", "{\"name\":\"没有这家公司\"}", "{\"name\":\"示例公司\"}",
                "{\"provinceId\":\"540000\"}", "{\"state\":\"SHELL\"}")) {
            search("register, staff, " + wanted, specialist, wanted);
            search("register, applicant, " + wanted, applicant, wanted);
        }
    }

    private static void list(String name, RestClient client, String path, String middle) {
        print(name, () -> client.send("GET", path).expectSuccess());
        print(name + ", in the middle", () -> client.send("GET", path + "&after=" + middle).expectSuccess());
    }

    private void search(String name, RestClient client, String wanted) throws Exception {
        JsonNode body = JSON.readTree(wanted);
        print(name, () -> client.send("POST", "/api/v1/register/search", body).expectSuccess());
    }

    private static void print(String name, Runnable request) {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            request.run();
            taken.add((System.nanoTime() - begin) / 1e6);
        }
        double[] sorted = taken.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "%-70s first %6.1f ms, median %6.1f, 95 of 100 %6.1f, longest %6.1f%n", name, taken.get(0),
            sorted[REPEATS / 2], sorted[REPEATS * 95 / 100], sorted[REPEATS - 1]);
    }
}
