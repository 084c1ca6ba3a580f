package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.security.Actor;

/** Completes kinds of resources for which a plugin is there. */
@Service
public class ResourceKindCompleter extends IdCompleter {

    @Reference
    List<CloudResourceType> types;

    @Override
    List<String> ids(Actor actor) {
        return types.stream().map(CloudResourceType::kind).distinct().sorted().toList();
    }
}
