package org.openbeian.authority.simulator;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.registry.PublicRegistry;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** Stands for the public register: knows what the simulated authorities published, at once. Thread-safe. */
final class SimulatedRegistry implements PublicRegistry {

    private static final String SOURCE = "simulator";

    private final Database database;
    private final Clock clock;

    SimulatedRegistry(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public PublicAnswer ask(PublicQuestion question) {
        List<PublicEntry> entries = database.transaction(connection -> {
            List<PublicEntry> found = new ArrayList<>();
            for (String number : numbers(connection, question)) {
                Records.current(connection, number).ifPresent(record -> found.addAll(entries(record)));
            }
            return found.stream().filter(entry -> fits(entry, question)).toList();
        });
        return new PublicAnswer(entries.isEmpty() ? Verdict.NOT_FOUND : Verdict.FOUND, clock.instant(), entries, SOURCE);
    }

    private static List<String> numbers(Connection connection, PublicQuestion question) throws SQLException {
        return switch (question.by()) {
            case UNIT_NAME -> Database.query(connection, "SELECT DISTINCT number FROM filing WHERE decided AND number IS NOT NULL"
                + " AND organizer = ?", row -> row.getString(1), question.value());
            case DOMAIN -> Database.query(connection, "SELECT DISTINCT f.number FROM claim c JOIN filing f ON f.id = c.filing"
                + " WHERE c.name = ? AND f.number IS NOT NULL", row -> row.getString(1), "domain:" + question.value());
            case NUMBER -> List.of(organizer(question.value()));
        };
    }

    private static String organizer(String number) {
        return number.replaceFirst("-\\d+[A-Z]?$", "");
    }

    /** One entry for each service; the organizer alone when it has none. */
    private static List<PublicEntry> entries(Records.Current record) {
        XmlNode subject = record.node().at("Zt_xx");
        Long nature = subject.number("Dwxz");
        PublicUnit unit = new PublicUnit(record.organizer(), Stream.of(OrganizerNature.values())
            .filter(one -> nature != null && one.code() == nature).findFirst().orElse(null));
        List<PublicEntry> services = record.sites().stream().map(site -> new PublicEntry(unit, record.number(), site.text("Baxh"),
            site.text("Wzmc"), site.all("Ym_xx").stream().map(domain -> domain.text("Ym")).toList())).toList();
        return services.isEmpty() ? List.of(new PublicEntry(unit, record.number(), null, null, List.of())) : services;
    }

    private static boolean fits(PublicEntry entry, PublicQuestion question) {
        return switch (question.by()) {
            case UNIT_NAME -> question.value().equals(Optional.ofNullable(entry.organizer().name()).orElse(""));
            case DOMAIN -> entry.domains().contains(question.value());
            case NUMBER -> question.value().equals(entry.organizerNumber()) || question.value().equals(entry.serviceNumber());
        };
    }
}
