package org.openbeian.api.guidance;

import java.util.List;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Frequent questions, topics and the glossary, in Chinese and English (A-109 to A-113, E-03, E-07). Thread-safe. */
@ProviderType
public interface Help {

    /**
     * Texts, in the order of the catalogue; those that fit an {@code about} or {@code words} best come first.
     *
     * @param kind only those of this kind, or null
     * @param about a JSON pointer into an application or an order, the name of a state, the id of a rule or error, or the id of a
     *     topic; null for all
     * @param words words that all occur in the text or its title, in either language; null for all
     */
    List<HelpText> find(HelpText.Kind kind, String about, String words);

    /**
     * One text, with its figures.
     *
     * @throws Refusal when there is none with this id
     */
    HelpText get(String id);

    /**
     * Notes whether a text was helpful; a later vote of the same account on it takes the place of the former.
     *
     * @throws Refusal when there is no such text
     */
    void vote(Actor actor, String id, boolean helpful);

    /**
     * The votes on the texts that got some, the least helpful first.
     *
     * @param actor needs the permission READ_LEVELS
     */
    List<HelpVotes> votes(Actor actor);
}
