package org.openbeian.core.resource;

import java.util.List;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.store.DomainStore;
import org.openbeian.core.imports.Fields;
import org.openbeian.core.imports.RecordKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Domains as records of an import. */
@Component(service = RecordKind.class)
public final class DomainRecords implements RecordKind<DomainRegistration> {

    private final DomainStore store;

    /** Created by Declarative Services. */
    @Activate
    public DomainRecords(@Reference DomainStore store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "domains";
    }

    @Override
    public Found<DomainRegistration> read(Fields fields) {
        DomainRegistration value = Records.domain(fields);
        return value == null ? null : new Found<>(value.state().domain(), value);
    }

    @Override
    public void store(List<DomainRegistration> portion) {
        portion.forEach(store::save);
    }

    @Override
    public int removeExcept(String importId) {
        return store.removeExcept(importId);
    }
}
