package org.openbeian.api.store;

import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.osgi.annotation.versioning.ProviderType;

/** Codes that confirm addresses. Every instant is the machine's. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface ContactCodeStore {

    /**
     * A code that was sent. Addresses are protected, codes are known by a keyed hash.
     *
     * @param id its id
     * @param account account that asked for it
     * @param purpose what it is for; empty for the address of the account itself
     * @param kind kind of the address
     * @param address where it went
     * @param addressMark mark of the address
     * @param codeMark keyed hash of the code
     * @param sentAt when it was sent
     * @param expiresAt until when it is good; the instant of its use once it was used
     * @param tries tries so far
     */
    record Code(String id, String account, String purpose, AddressKind kind, String address, String addressMark, String codeMark,
            Instant sentAt, Instant expiresAt, int tries) {

        /** Names no address. */
        @Override
        public String toString() {
            return "Code[" + id + " " + kind + "]";
        }
    }

    /** Adds a code. */
    void add(Code code);

    /** Forgets a code that was not sent after all. */
    void remove(String id);

    /** The last code of an account for a purpose and kind, or empty. */
    Optional<Code> last(String account, String purpose, AddressKind kind);

    /** Codes that were sent for an account, or to an address, since an instant; the larger number of both. */
    int sent(String account, String addressMark, Instant since);

    /** Counts a try; false when the code has ended or had as many tries as it may have. */
    boolean tryOnce(String id, int most, Instant now);

    /** Ends a code; false when it has ended before. */
    boolean end(String id, Instant now);

    /** Removes codes that were sent before an instant. */
    int trim(Instant before);
}
