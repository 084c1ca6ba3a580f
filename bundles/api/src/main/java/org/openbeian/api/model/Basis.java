package org.openbeian.api.model;

import java.util.List;

/**
 * What an order rests on: the filed organizer and services that it is about. An order of type FIRST rests on nothing. Numbers
 * are given when the order is started and stay; the rest may change while its forms are open.
 *
 * @param organizerNumber filing number of the organizer, such as 粤ICP备2026000001号
 * @param serviceNumbers filing numbers of the services, in the order of the application's services; empty when the order asks
 *     for new services or is about the organizer as a whole
 * @param cancelReason why the filing is to end; for cancellations only
 * @param cancelRemark more about it, at most 1,000 characters, optional
 * @param confirmed ids of warnings that the applicant read and confirmed, such as {@code last-access}
 * @param passwordId set by the server: says that the filing password was given, and where it lies sealed; null until then
 */
public record Basis(String organizerNumber, List<String> serviceNumbers, CancelReason cancelReason, String cancelRemark,
        List<String> confirmed, String passwordId) {

    /** Copies the lists; null ones become empty. */
    public Basis {
        serviceNumbers = Lists.copy(serviceNumbers);
        confirmed = Lists.copy(confirmed);
    }

    /** An order about an organizer and some of its services. */
    public Basis(String organizerNumber, List<String> serviceNumbers) {
        this(organizerNumber, serviceNumbers, null, null, null, null);
    }

    /** The same with the filing password sealed under an id. */
    public Basis withPassword(String id) {
        return new Basis(organizerNumber, serviceNumbers, cancelReason, cancelRemark, confirmed, id);
    }
}
