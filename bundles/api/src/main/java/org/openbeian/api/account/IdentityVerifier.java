package org.openbeian.api.account;

import java.time.Instant;
import org.openbeian.api.model.CertificateType;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A provider of face videos (视频核身: T-08, A-83): the person follows a link on a phone, shows both sides of the document and the
 * face, and the provider says whether they belong together and where the person was. Asked on any thread, at most four times at
 * once, and cut off after ten seconds. A verifier that throws, hangs or answers null has not answered: nothing is kept, and
 * whoever asked is told to try again. What the person shows stays with the provider.
 */
@ConsumerType
public interface IdentityVerifier {

    /**
     * Whose face is looked for.
     *
     * @param name name as on the document
     * @param certificateType kind of document
     * @param certificateNumber its number
     */
    record Person(String name, CertificateType certificateType, String certificateNumber) {

        /** Shows nothing, since all of it is personal data. */
        @Override
        public String toString() {
            return "Person[***]";
        }
    }

    /**
     * A session that the person has not been through yet.
     *
     * @param id what the verifier knows it by, 1 to 200 visible characters without personal data
     * @param link where the person goes, https
     * @param linkUntil until when the link leads there
     */
    record Session(String id, String link, Instant linkUntil) {
    }

    /**
     * What became of a session.
     *
     * @param passed whether document and face are the person's; null while he has not been through
     * @param ip address of his client, or null when it is not known
     * @param ipProvince province code of that address, or null when it is not known
     * @param portraitSide whether the portrait side of the document was shown
     * @param emblemSide whether the other side was shown
     * @param at when it was over, null before
     * @param validUntil until when it may be used, null before
     */
    record Outcome(Boolean passed, String ip, String ipProvince, boolean portraitSide, boolean emblemSide, Instant at,
            Instant validUntil) {
    }

    /** Opens a session. */
    Session open(Person person);

    /** Asks what became of a session. */
    Outcome outcome(String sessionId);
}
