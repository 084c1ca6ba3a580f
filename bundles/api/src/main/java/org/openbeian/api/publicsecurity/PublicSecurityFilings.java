package org.openbeian.api.publicsecurity;

import java.time.LocalDate;
import java.util.List;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Appointment;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Public-security filings of granted websites. The platform has no public interface: the server prepares, checks and reminds, the
 * customer acts on the platform and records what came of it. Where a {@link PublicSecurityGateway} is installed, the server submits
 * and fetches the answers itself for whoever asks for that. For the website of a first or further filing the provider may pass the
 * data by a data code, which the customer enters on the platform; that it fails or expires changes nothing else in the case. A case
 * is seen by whoever sees its order; its form is changed by those who see its personal data in clear. Every change is audited.
 * Thread-safe.
 *
 * <p>Methods throw {@link org.openbeian.api.order.Refusal}: NOT_FOUND, FORBIDDEN, STALE, WRONG_STATE, or INVALID with findings.
 */
@ProviderType
public interface PublicSecurityFilings {

    /** Longest page of {@link #list}. */
    int MOST = 200;

    /**
     * What is recorded beside an event.
     *
     * @param reason the police's reason; for returns
     * @param statement version of the text that was read and consented to: of the security plan for the submission of the site, of
     *     {@link #passing()} for a data code that is asked for
     * @param appointment when, where and with what; for interviews and inspections
     * @param number the number, or the data code; when it is issued
     * @param grantedOn day in Asia/Shanghai on which it was issued; null for a data code of today
     */
    record Details(String reason, String statement, Appointment appointment, String number, LocalDate grantedOn) {
    }

    /** Begins the case of a site, prefilled from the filing and from the account's other cases of the same organizer. */
    PublicSecurityCase begin(Actor actor, String siteId);

    /** One case. */
    PublicSecurityCase get(Actor actor, String id);

    /**
     * Cases that the actor sees, newest first.
     *
     * @param state only those in this state, or null
     * @param before only those after this one in the list, or null for its beginning
     * @param limit 1 to {@value #MOST}
     */
    List<PublicSecurityCase> list(Actor actor, State state, String before, int limit);

    /** Replaces the form. */
    PublicSecurityCase fill(Actor actor, String id, PublicSecurityForm form);

    /** What is missing or wrong in the form, all at once, with reason codes. */
    List<Finding> check(Actor actor, String id);

    /**
     * Records what was done or answered on the platform. A submission that is recorded by hand is not sent by a gateway any more.
     */
    PublicSecurityCase record(Actor actor, String id, Event event, Details details);

    /**
     * Hands the form to the gateway, which submits it once and fetches the answers; refused like the submission by hand, with
     * UNAVAILABLE while there is no gateway, and with WRONG_STATE while another one is under way. The form rests until the platform
     * took it.
     *
     * @param part subject or website
     * @param statement version of the security plan that was read and consented to; for the website
     */
    PublicSecurityCase submit(Actor actor, String id, Part part, String statement);

    /** The security plan in force (信息网络安全保护方案, T-88). */
    ConsentText statement();

    /** What is consented to before the data are passed by a data code, in force. */
    ConsentText passing();

    /**
     * The form as a sheet to copy from, in the order of the platform: its field, label, value and what to mind, as CSV in UTF-8
     * with a byte order mark. In clear; for those who see the personal data.
     */
    String sheet(Actor actor, String id);

    /** A material of the order as the platform takes it: at most 512 KB, still legible (T-65). */
    MaterialContent picture(Actor actor, String id, String materialId);
}
