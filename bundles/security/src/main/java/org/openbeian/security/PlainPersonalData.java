package org.openbeian.security;

import java.util.Arrays;
import org.openbeian.api.security.PersonalData;
import org.osgi.service.component.annotations.Component;

/** Keeps personal data as it is, behind a byte that names the format, so that other formats can be told apart later. */
@Component
public final class PlainPersonalData implements PersonalData {

    private static final byte PLAIN = 0;

    @Override
    public byte[] protect(String scope, byte[] clear) {
        byte[] stored = new byte[clear.length + 1];
        stored[0] = PLAIN;
        System.arraycopy(clear, 0, stored, 1, clear.length);
        return stored;
    }

    @Override
    public byte[] reveal(String scope, byte[] stored) {
        if (stored.length == 0 || stored[0] != PLAIN) {
            throw new IllegalStateException("stored data of " + scope + " is damaged or of an unknown format");
        }
        return Arrays.copyOfRange(stored, 1, stored.length);
    }
}
