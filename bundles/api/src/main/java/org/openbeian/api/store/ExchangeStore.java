package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.authority.KeptFile;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.authority.ResultFile;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was exchanged with the authorities: upload files with their sequence numbers, recorded before and after each call,
 * and result files. Every method joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface ExchangeStore {

    /**
     * An upload file.
     *
     * @param authorityId the authority
     * @param sequence its number at that authority
     * @param file the compressed, unencrypted bytes
     * @param digest their digest
     * @param submissions the submission numbers inside, in order
     * @param preparedAt when it was recorded, before the call
     * @param notSent per submission number what of its application was entered and is not in the file, as JSON pointers
     */
    record UploadFile(String authorityId, long sequence, byte[] file, String digest, List<Long> submissions,
            Instant preparedAt, Map<Long, List<String>> notSent) {

        /** Where nothing is left out. */
        public UploadFile(String authorityId, long sequence, byte[] file, String digest, List<Long> submissions, Instant preparedAt) {
            this(authorityId, sequence, file, digest, submissions, preparedAt, Map.of());
        }
    }

    /** Records a file before it is sent; its number must be the last accepted one plus one. */
    void prepare(UploadFile file);

    /** The file that was recorded and whose outcome is not known yet, if any; at most one per authority. */
    Optional<UploadFile> pending(String authorityId);

    /** An accepted or pending file by number, for sending it again when the authority misses it. */
    Optional<UploadFile> file(String authorityId, long sequence);

    /** Records that the authority took the pending file; false when the pending file is not this one. */
    boolean accepted(String authorityId, long sequence, Instant at);

    /** Drops the pending file, whose number becomes free again; only when the authority certainly did not take it. */
    void drop(String authorityId, long sequence);

    /** Number of the last accepted file, 0 when there was none. */
    long lastAccepted(String authorityId);

    /** Stores a result file as it came; false when a file of this name is already there and applied. */
    boolean received(String authorityId, ResultFile file, Instant at);

    /** Marks a result file as applied. */
    void applied(String authorityId, String fileName, Instant at);

    /** Notes what of a result file was not taken over, and why; empty when everything was. */
    void noted(String authorityId, String fileName, List<String> notes);

    /**
     * The kept files of an authority, newest first.
     *
     * @param limit 1 to 200
     */
    List<KeptFile> files(String authorityId, int limit);

    /** Marks a result file as broken, with the reason. */
    void damaged(String authorityId, String fileName, String reason, Instant at);

    /**
     * The result files that came and were neither applied nor dismissed, oldest first: what they said is not known.
     *
     * @param authorityId the authority, or null for all
     */
    List<OpenResult> openResults(String authorityId);

    /** Settles a result file that was not applied; false when there is none of this name. A file that comes again opens it. */
    boolean dismiss(String authorityId, String fileName, String reason, Instant at);

    /** When result files were last fetched to the end, if ever. */
    Optional<Instant> lastFetched(String authorityId);

    /** Notes that result files were fetched to the end. */
    void fetched(String authorityId, Instant at);

    /** Removes files older than the instant that are accepted, applied or dismissed, at most {@code limit}; returns how many. */
    int trim(Instant before, int limit);
}
