package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.registry.RegistryAnswers.KeptAnswer;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.RegistryStore;
import org.openbeian.core.identifier.DomainName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers are protected with the key of the organizer that they name, so that an erasure takes them along. */
@Component
public final class JdbcRegistryStore implements RegistryStore {

    private static final String SELECT = "select id, scope, document from registry_answer where ";

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcRegistryStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public void insert(KeptAnswer answer, String mark) {
        database.update("insert into registry_answer (id, asked_by, mark, scope, decided, proved, as_of, document) values"
            + " (?, ?, ?, ?, ?, ?, ?, ?)", answer.id(), answer.question().by(), mark, RegistryStore.owner(answer),
            answer.verdict() != Verdict.UNKNOWN, false, answer.asOf(), document(answer));
    }

    @Override
    public boolean prove(KeptAnswer answer) {
        return database.update("update registry_answer set proved = ?, document = ? where id = ? and proved = ?", true, document(answer),
            answer.id(), false) > 0;
    }

    @Override
    public Optional<KeptAnswer> find(String id) {
        return database.first(SELECT + "id = ?", this::read, id).flatMap(found -> found);
    }

    @Override
    public Optional<KeptAnswer> latest(By by, String mark) {
        return database.first(SELECT + "asked_by = ? and mark = ? and decided = ? order by as_of desc, id desc limit 1", this::read, by,
            mark, true).flatMap(found -> found);
    }

    @Override
    public List<KeptAnswer> list(String after, int limit) {
        return Pages.filled(after, limit, (behind, wanted) -> {
            String page = (behind == null ? "1 = 1" : "id < ?") + " order by id desc limit ?";
            Object[] parameters = behind == null ? new Object[] {wanted} : new Object[] {behind, wanted};
            return database.query(SELECT + page, row -> new Pages.Row<>(row.getString("id"), read(row)), parameters);
        });
    }

    /** Answers under the keys of other organizers that name this one, too. */
    List<String> naming(String organizerNumber) {
        return database.query("select id, scope, document from registry_answer where scope like 'register:%' and scope <> ?", this::read,
            "register:" + organizerNumber).stream().flatMap(Optional::stream)
            .filter(one -> one.entries().stream().anyMatch(entry -> organizerNumber.equals(entry.organizerNumber())))
            .map(KeptAnswer::id).toList();
    }

    /**
     * Answers that name no number and were asked for by the number, name or a domain of this organizer, also of services that are
     * cancelled; before its marks are removed.
     */
    List<String> asking(String organizerNumber) {
        List<String> ids = new ArrayList<>(database.query("select id from registry_answer where scope like 'registry:%' and (asked_by = ?"
            + " and (mark = ? or mark like ?) or asked_by = ? and mark in (select name_mark from register_organizer where number = ?))",
            row -> row.getString(1), By.NUMBER, organizerNumber, organizerNumber.replaceAll("[%_\\\\]", "\\\\$0") + "-%",
            By.UNIT_NAME, organizerNumber));
        database.query("select domains from register_service where organizer_number = ?", row -> Documents.names(row.getString(1)),
                organizerNumber).stream().flatMap(List::stream).map(DomainName::parse).flatMap(Optional::stream)
            .map(domain -> domain.registrable().ascii()).distinct().forEach(domain -> ids.addAll(database.query(
                "select id from registry_answer where scope like 'registry:%' and asked_by = ? and mark = ?", row -> row.getString(1),
                By.DOMAIN, domain)));
        return ids;
    }

    /** Removes answers with their pictures and the keys that are theirs alone; in the caller's transaction. */
    static void remove(Database database, Contents contents, List<String> ids) {
        if (!ids.isEmpty()) {
            contents.remove(ids.stream().map(id -> "registry-" + id).toList());
            database.batch("delete from registry_answer where id = ?", ids.stream().map(id -> new Object[] {id}).toList());
            JdbcDataKeyStore.destroyAll(database, ids.stream().map(id -> "registry:" + id).toList());
        }
    }

    private byte[] document(KeptAnswer answer) {
        return personalData.protect(RegistryStore.owner(answer), Documents.bytes(answer));
    }

    private Optional<KeptAnswer> read(ResultSet row) throws SQLException {
        try {
            return Optional.of(Documents.read(personalData.reveal(row.getString("scope"), row.getBytes("document")), KeptAnswer.class));
        } catch (DataErased gone) {
            return Optional.empty();
        }
    }
}
