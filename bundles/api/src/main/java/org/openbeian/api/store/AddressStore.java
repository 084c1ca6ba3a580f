package org.openbeian.api.store;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.resource.PublicAddresses.State;
import org.openbeian.api.resource.ResourceFacts;
import org.osgi.annotation.versioning.ProviderType;

/** Public addresses that have a filing number or an unpaid bill. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface AddressStore {

    /** Stores an address; what was stored is replaced. */
    void save(Address address);

    /** An address, by its text in canonical form. */
    Optional<Address> find(String ip);

    /** An address that is to change: other transactions that want to change it wait until this one ends. */
    Optional<Address> hold(String ip);

    /** Addresses, the last step first; of all states when null. */
    List<Address> list(State state, int limit);

    /** Addresses of an account in a state, the last step first. */
    List<Address> list(String account, State state, int limit);

    /** The stored resources that have an address, by kind and id. */
    List<ResourceFacts> resources(String ip);
}
