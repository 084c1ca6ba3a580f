package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbeian.api.account.RealName;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.CheckedItem;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.resource.ResourceRef;

/** The bodies that operations take, as far as the API has no record for them. */
final class Requests {

    private Requests() {
    }

    /**
     * Starts an order.
     *
     * @param type filing type
     * @param application what is known already, or null
     */
    record NewOrder(@JsonProperty(required = true) FilingType type, Application application) {
    }

    /**
     * Hands an order in.
     *
     * @param consents the texts that were agreed to
     */
    record Submission(@JsonProperty(required = true) List<Agreement> consents) {
    }

    /**
     * Agreement to a text.
     *
     * @param text id of the text
     * @param version version that was shown
     */
    record Agreement(@JsonProperty(required = true) String text, @JsonProperty(required = true) String version) {
    }

    /**
     * What a call gave.
     *
     * @param answered whether the person answered
     * @param knowsOfFiling whether the person knows of the filing
     * @param lastSixMatch whether the last six characters of the ID number matched; null with {@code lastSix}
     * @param dataConfirmed whether the data read out were confirmed; null with {@code items}
     * @param note free note, or null
     * @param lastSix what the person said the last six characters are; compared and not kept
     * @param items each item of the checklist with its result
     * @param told whether the person was told what is wrong
     * @param understood whether the person understood it
     */
    record Call(@JsonProperty(required = true) boolean answered, Boolean knowsOfFiling, Boolean lastSixMatch,
            Boolean dataConfirmed, String note, String lastSix, List<CheckedItem> items, Boolean told, Boolean understood) {

        /** Tells nothing. */
        @Override
        public String toString() {
            return "Call[***]";
        }
    }

    /**
     * Why an order is returned.
     *
     * @param reasons at least one
     */
    record Return(@JsonProperty(required = true) List<ReturnReason> reasons) {
    }

    /**
     * What a specialist decides on an objection to the filing type.
     *
     * @param accepted whether the order keeps its type
     * @param reason why
     */
    record TypeDecision(@JsonProperty(required = true) boolean accepted, @JsonProperty(required = true) String reason) {
    }

    /**
     * A template of an organizer or a principal: one of the two.
     *
     * @param label what the account calls it
     * @param organizer data of an organizer, or null
     * @param principal data of a principal, or null
     * @param extra further fields of the forms by id, such as the postcode; or null
     */
    record TemplateData(@JsonProperty(required = true) String label, Organizer organizer, Principal principal,
            Map<String, String> extra) {
    }

    /**
     * What a specialist decides on a template.
     *
     * @param approved whether it may be used
     * @param reason why not
     */
    record TemplateDecision(@JsonProperty(required = true) boolean approved, String reason) {
    }

    /**
     * Which template goes where.
     *
     * @param template id of the template
     * @param pointer place in the application
     */
    record TemplateUse(@JsonProperty(required = true) String template, @JsonProperty(required = true) String pointer) {
    }

    /**
     * Which service's data go to which others.
     *
     * @param from number of the service, from 0
     * @param to numbers of the others
     */
    record ServiceCopy(@JsonProperty(required = true) int from, @JsonProperty(required = true) List<Integer> to) {
    }

    /**
     * A person in charge.
     *
     * @param pointer JSON pointer to the principal
     */
    record PersonInCharge(@JsonProperty(required = true) String pointer) {
    }

    /**
     * A code that arrived at the mobile of a person in charge.
     *
     * @param pointer JSON pointer to the principal
     * @param code its six digits
     */
    record MobileCode(@JsonProperty(required = true) String pointer, @JsonProperty(required = true) String code) {

        /** Tells no code. */
        @Override
        public String toString() {
            return "MobileCode[" + pointer + "]";
        }
    }

    /**
     * The filing password.
     *
     * @param password 1 to 32 characters; never kept in clear
     */
    record FilingPassword(@JsonProperty(required = true) String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "FilingPassword[***]";
        }
    }

    /**
     * Windows for the specialist's call.
     *
     * @param windows beginnings of offered windows
     */
    record CallWindows(@JsonProperty(required = true) List<Instant> windows) {
    }

    /**
     * Why something is done.
     *
     * @param reason the reason, for the record
     */
    record Reason(@JsonProperty(required = true) String reason) {
    }

    /**
     * Real-name data.
     *
     * @param certificateType kind of the document
     * @param certificateNumber its number
     * @param name name of the person or unit on it
     */
    record RealNameData(@JsonProperty(required = true) CertificateType certificateType,
            @JsonProperty(required = true) String certificateNumber, @JsonProperty(required = true) String name) {

        RealName data() {
            return new RealName(certificateType, certificateNumber, name, null);
        }

        /** Tells nothing. */
        @Override
        public String toString() {
            return "RealNameData[***]";
        }
    }

    /**
     * Real-name data that were confirmed.
     *
     * @param realName the data; masked for others than the account's owner
     * @param drafts what the account's drafts need now, judged anew
     */
    record RealNameKept(RealName realName, List<Requirements> drafts) {
    }

    /**
     * An erasure.
     *
     * @param kind kind of what is erased
     * @param id id of the order, name of the account, or filing number of the organizer
     * @param reason why, without personal data
     */
    record Erasure(@JsonProperty(required = true) ErasureKind kind, @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String reason) {
    }

    /**
     * Which masked fields are to be shown, and why.
     *
     * @param fields JSON pointers into the order
     * @param reason the reason, for the audit
     */
    record Reveal(@JsonProperty(required = true) List<String> fields, @JsonProperty(required = true) String reason) {
    }

    /**
     * Fields in clear.
     *
     * @param values the values by JSON pointer
     */
    record Revealed(Map<String, String> values) {

        /** Tells no value. */
        @Override
        public String toString() {
            return "Revealed[" + values.keySet() + "]";
        }
    }

    /**
     * Facts about a cloud resource.
     *
     * @param kind id of its type; the one of the address when null
     * @param id its id; the one of the address when null
     * @param account account that owns it
     * @param region region id
     * @param mainland whether the region lies in mainland China
     * @param ips its public addresses
     * @param prepaid whether it is paid by month or year
     * @param monthsBought months bought, renewals included
     * @param expiresAt end of its term, or null
     * @param attributes further facts
     * @param restsOn the resources that it is bound to, such as the servers behind a load balancer
     */
    record Resource(String kind, String id, @JsonProperty(required = true) String account,
            @JsonProperty(required = true) String region, @JsonProperty(required = true) boolean mainland,
            List<String> ips, @JsonProperty(required = true) boolean prepaid,
            @JsonProperty(required = true) int monthsBought, Instant expiresAt, Map<String, String> attributes,
            List<ResourceRef> restsOn) {
    }
}
