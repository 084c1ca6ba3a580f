package org.openbeian.api.resource;

/**
 * Names a cloud resource.
 *
 * @param kind id of its type, such as {@code cvm}
 * @param id its id
 */
public record ResourceRef(String kind, String id) {

    /** As people write it: {@code cvm/ins-1}. */
    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
