package org.openbeian.api.store;

import java.util.List;
import org.openbeian.api.channel.InboxMessage;
import org.openbeian.api.channel.OutgoingMessage;
import org.osgi.annotation.versioning.ProviderType;

/** The message boxes of the accounts. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface InboxStore {

    /** Puts a message into its account's box; nothing happens when its key is known. */
    void put(OutgoingMessage message);

    /** Messages of an account, newest first, older than the id {@code before} (0 for the newest). */
    List<InboxMessage> list(String account, long before, int limit);

    /** Marks a message as read; false when the account has no such message. */
    boolean markRead(String account, long id);
}
