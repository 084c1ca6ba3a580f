package org.openbeian.authority.simulator.control;

/**
 * An upload account at a simulated authority.
 *
 * @param authorityId code of the authority's province, 000000 for the ministry
 * @param name name of the authority's province
 * @param ispId the provider's id there
 * @param address path of its interface below the address of the server's services
 * @param sequence number of the last upload taken, 0 for none
 * @param waitingResults results not yet acknowledged
 */
public record AccountView(String authorityId, String name, long ispId, String address, long sequence, int waitingResults) {
}
