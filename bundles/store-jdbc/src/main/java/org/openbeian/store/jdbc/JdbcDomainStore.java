package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.DomainStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcDomainStore implements DomainStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcDomainStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public void save(DomainRegistration registration) {
        String domain = registration.state().domain();
        byte[] document = personalData.protect(scope(registration.account(), domain), Documents.bytes(registration));
        if (database.update("update domain_registration set account = ?, document = ? where domain = ?", registration.account(),
                document, domain) == 0) {
            database.update("insert into domain_registration (account, document, domain) values (?, ?, ?)", registration.account(),
                document, domain);
        }
    }

    @Override
    public Optional<DomainRegistration> domain(String domain) {
        return database.first("select domain, account, document from domain_registration where domain = ?", this::domain, domain)
            .flatMap(found -> found);
    }

    @Override
    public List<DomainRegistration> domainsOf(String account) {
        return database.query("select domain, account, document from domain_registration where account = ? order by domain",
            this::domain, account).stream().flatMap(Optional::stream).toList();
    }

    private Optional<DomainRegistration> domain(ResultSet row) throws SQLException {
        try {
            return Optional.of(Documents.read(personalData.reveal(scope(row.getString(2), row.getString(1)), row.getBytes(3)),
                DomainRegistration.class));
        } catch (DataErased gone) {
            return Optional.empty();
        }
    }

    private static String scope(String account, String domain) {
        return account == null ? "domain:" + domain : "account:" + account;
    }

    @Override
    public int removeExcept(String importId) {
        return database.update("delete from domain_registration where not exists (select 1 from inventory_import_mark m"
            + " where m.import_id = ? and m.item = domain_registration.domain)", importId);
    }
}
