package org.openbeian.authority.simulator;

import org.openbeian.regulator.gateway.wire.FileCodec;

/**
 * What every account of the simulator knows itself by.
 *
 * @param userName name of the account
 * @param password its password
 * @param codec codec with the key of the account
 */
record Credentials(String userName, String password, FileCodec codec) {

    /** Says nothing. */
    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
