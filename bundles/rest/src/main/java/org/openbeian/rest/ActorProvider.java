package org.openbeian.rest;

import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.openbeian.api.security.Actor;

/** Gives resource methods the actor whom {@link AccessFilter} found. */
final class ActorProvider implements ContextProvider<Actor> {

    @Override
    public Actor createContext(Message message) {
        return message.getExchange().get(Actor.class);
    }
}
