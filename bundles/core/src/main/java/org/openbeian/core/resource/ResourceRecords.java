package org.openbeian.core.resource;

import java.util.List;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.store.ResourceStore;
import org.openbeian.core.imports.Fields;
import org.openbeian.core.imports.RecordKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Cloud resources as records of an import. */
@Component(service = RecordKind.class)
public final class ResourceRecords implements RecordKind<ResourceFacts> {

    private final ResourceStore store;

    /** Created by Declarative Services. */
    @Activate
    public ResourceRecords(@Reference ResourceStore store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "resources";
    }

    @Override
    public Found<ResourceFacts> read(Fields fields) {
        ResourceFacts value = Records.resource(fields);
        return value == null ? null : new Found<>(value.ref().toString(), value);
    }

    @Override
    public void store(List<ResourceFacts> portion) {
        portion.forEach(store::save);
    }

    @Override
    public int removeExcept(String importId) {
        return store.removeExcept(importId);
    }
}
