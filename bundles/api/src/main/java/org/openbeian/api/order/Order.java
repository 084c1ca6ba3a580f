package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;

/**
 * One application of one filing type, travelling through the reviews (备案订单). Immutable; each change makes a new one.
 *
 * @param id id of the order, time-ordered, unique, safe in URLs
 * @param version counts the changes; the ETag over HTTP; 1 when new
 * @param account account of the applicant
 * @param type filing type
 * @param progress where the order stands
 * @param application what the applicant entered
 * @param materials uploaded materials; never null
 * @param consents consents given on the latest submission; never null
 * @param review the pre-review side
 * @param handover the authority side
 * @param grant the numbers, or null before approval
 * @param createdAt when the draft was started
 * @param updatedAt when the order last changed
 */
public record Order(String id, long version, String account, FilingType type, Progress progress,
        Application application, List<MaterialInfo> materials, List<Consent> consents, Review review,
        Handover handover, Grant grant, Instant createdAt, Instant updatedAt) {

    /** Copies the lists; null ones become empty. */
    public Order {
        materials = materials == null ? List.of() : List.copyOf(materials);
        consents = consents == null ? List.of() : List.copyOf(consents);
    }

    /** The state, for short. */
    public OrderState state() {
        return progress.state();
    }

    /** The province that reviews, or null while not entered. */
    public String provinceId() {
        return application.provinceId();
    }

    /** The authority whose upload account takes this order, by default that of its province; null while neither is known. */
    public String authorityId() {
        return handover.authorityId() == null ? provinceId() : handover.authorityId();
    }

    /** This order with another progress. */
    public Order with(Progress newProgress) {
        return new Order(id, version, account, type, newProgress, application, materials, consents, review, handover,
                grant, createdAt, updatedAt);
    }

    /** This order with another application. */
    public Order with(Application newApplication) {
        return new Order(id, version, account, type, progress, newApplication, materials, consents, review, handover,
                grant, createdAt, updatedAt);
    }

    /** This order with other materials. */
    public Order withMaterials(List<MaterialInfo> newMaterials) {
        return new Order(id, version, account, type, progress, application, newMaterials, consents, review, handover,
                grant, createdAt, updatedAt);
    }

    /** This order with other consents. */
    public Order withConsents(List<Consent> newConsents) {
        return new Order(id, version, account, type, progress, application, materials, newConsents, review, handover,
                grant, createdAt, updatedAt);
    }

    /** This order with another pre-review side. */
    public Order with(Review newReview) {
        return new Order(id, version, account, type, progress, application, materials, consents, newReview, handover,
                grant, createdAt, updatedAt);
    }

    /** This order with another authority side. */
    public Order with(Handover newHandover) {
        return new Order(id, version, account, type, progress, application, materials, consents, review, newHandover,
                grant, createdAt, updatedAt);
    }

    /** This order with a grant. */
    public Order with(Grant newGrant) {
        return new Order(id, version, account, type, progress, application, materials, consents, review, handover,
                newGrant, createdAt, updatedAt);
    }

    /** This order one version later, changed at the given time. */
    public Order next(Instant now) {
        return new Order(id, version + 1, account, type, progress, application, materials, consents, review, handover,
                grant, createdAt, now);
    }

    /** Names id and state only; the rest may be personal data. */
    @Override
    public String toString() {
        return "Order[" + id + " v" + version + " " + progress.state() + "]";
    }
}
