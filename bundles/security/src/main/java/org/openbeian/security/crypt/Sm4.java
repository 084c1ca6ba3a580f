package org.openbeian.security.crypt;

import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907) in Galois/counter mode. Apart from its caller, so that the server runs without Bouncy Castle. */
final class Sm4 {

    private static final int TAG_BITS = 128;

    private Sm4() {
    }

    /** The nonce and the context of one encryption. */
    record Place(byte[] nonce, byte[] context) {
    }

    /**
     * Encrypts or decrypts.
     *
     * @param key 16 bytes
     * @throws AEADBadTagException when what is decrypted was changed
     */
    static int run(boolean encrypt, byte[] key, Place place, byte[] in, int from, byte[] out, int at) throws AEADBadTagException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG_BITS, place.nonce(), place.context()));
        int written = cipher.processBytes(in, from, in.length - from, out, at);
        try {
            return written + cipher.doFinal(out, at + written);
        } catch (InvalidCipherTextException e) {
            throw (AEADBadTagException) new AEADBadTagException("the tag does not fit").initCause(e);
        }
    }
}
