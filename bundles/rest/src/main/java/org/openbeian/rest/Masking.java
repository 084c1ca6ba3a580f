package org.openbeian.rest;

import org.openbeian.api.security.Actor;
import org.openbeian.core.json.MaskedJson;
import org.openbeian.core.json.ModelJson;

/** Shows what belongs to an order to those who need not see the personal data in it. */
final class Masking {

    private Masking() {
    }

    /**
     * What an actor may see of something that belongs to an order.
     *
     * @param owner account of the order
     * @return the value itself, or its JSON with personal data masked
     */
    static Object forActor(Actor actor, String owner, Object value) {
        return actor.seesInClear(owner) ? value : MaskedJson.mask(ModelJson.mapper().valueToTree(value));
    }
}
