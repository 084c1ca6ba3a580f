package org.openbeian.api.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.RegistryAnswers.KeptAnswer;
import org.osgi.annotation.versioning.ProviderType;

/** Stores what people saw in the public register. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface RegistryStore {

    /**
     * With whose personal data an answer and its picture are protected and erased: with the organizer's that it names first, or with
     * its own.
     */
    static String owner(KeptAnswer answer) {
        return answer.entries().stream().map(PublicEntry::organizerNumber).filter(Objects::nonNull).findFirst()
            .map(number -> "register:" + number).orElse("registry:" + answer.id());
    }

    /**
     * Stores a new answer.
     *
     * @param mark finds it: the domain, the number, or a keyed mark of the name
     */
    void insert(KeptAnswer answer, String mark);

    /** Notes that an answer has a picture; false when it had one before. */
    boolean prove(KeptAnswer answer);

    /** The answer with this id; empty when it was erased. */
    Optional<KeptAnswer> find(String id);

    /** The answer of the latest time to a question, of those that say something. */
    Optional<KeptAnswer> latest(By by, String mark);

    /**
     * Answers, newest first.
     *
     * @param after id behind which to go on, or null
     */
    List<KeptAnswer> list(String after, int limit);
}
