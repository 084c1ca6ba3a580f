package org.openbeian.api.resource;

import java.time.LocalDate;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.security.Masks;

/**
 * What a registry or registrar knows of a domain (T-04, A-07).
 *
 * @param account account whose domain it is, or null when it is not known
 * @param state registrar, holder, dates and real-name state; names the registrable domain in lower-case A-form
 * @param boughtOn day of the purchase, or null
 * @param dataReceivedOn day on which the authority had the registration data, or null while it has not (T-18)
 */
public record DomainRegistration(String account, DomainState state, LocalDate boughtOn, LocalDate dataReceivedOn) {

    /** Days after the purchase within which the authority has the registration data (T-18). */
    private static final int DAYS = 3;

    /** The day by which the authority has the registration data: received, or expected; null when neither is known (T-18). */
    public LocalDate dataExpectedOn() {
        return dataReceivedOn != null ? dataReceivedOn : boughtOn == null ? null : boughtOn.plusDays(DAYS);
    }

    /** The same with the holder's document number masked, and his name where he may be a person. */
    public DomainRegistration masked() {
        CertificateType type = state.holderCertificateType();
        boolean person = type == null || type.natures().contains(OrganizerNature.INDIVIDUAL);
        return new DomainRegistration(account, new DomainState(state.domain(), state.registrar(), state.registrarApproved(),
            state.overseasRegistrar(), state.registeredOn(), state.expiresOn(), state.privacy(), state.realNameVerified(),
            state.realNameSince(), person ? Masks.name(state.holderName()) : state.holderName(), type,
            Masks.certificate(state.holderCertificateNumber()), state.resolves(), state.siteOpen()), boughtOn, dataReceivedOn);
    }
}
