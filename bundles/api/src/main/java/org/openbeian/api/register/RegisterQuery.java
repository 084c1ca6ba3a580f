package org.openbeian.api.register;

/**
 * What is looked for in the register. All that is given must hold; with nothing given every entry is found.
 *
 * @param number filing number of an organizer or of one of its services, as people write it, or null
 * @param name exact name of the organizer, or null; surrounding and repeated spaces do not matter
 * @param domain a host or domain, or null; a sub-domain finds whoever filed the domain
 * @param provinceId province code, or null
 * @param state how the organizer stands, or null
 * @param after organizer number after which the page begins, or null
 * @param limit how many at most, 1 to 200
 */
public record RegisterQuery(String number, String name, String domain, String provinceId, OrganizerState state, String after,
        int limit) {

    /** Tells no name. */
    @Override
    public String toString() {
        return "RegisterQuery[" + number + ", " + domain + ", " + provinceId + ", " + state + "]";
    }
}
