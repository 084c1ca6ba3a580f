package org.openbeian.regulator.gateway.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.openbeian.regulator.gateway.wire.EncodedFile;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.ReturnMessage;
import org.openbeian.regulator.gateway.wire.ReturnXml;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.WireSecurity;

/**
 * The six operations of the interface for one upload account. Each method is one exchange and keeps nothing. Thread-safe;
 * that uploads of one account go one after the other is for the caller to see to.
 */
public final class IspClient {
    private static final int MD5 = 0;

    private final AccountSettings settings;
    private final Supplier<Secrets> secrets;
    private final SoapCaller caller;

    /**
     * A client for an account.
     *
     * @param settings the account
     * @param secrets asked at every call, so that a key vault may stand behind it
     */
    public IspClient(AccountSettings settings, Supplier<Secrets> secrets) {
        this.settings = settings;
        this.secrets = secrets;
        this.caller = new SoapCaller(settings);
    }

    /** The account. */
    public AccountSettings settings() {
        return settings;
    }

    /** Packs and unpacks files with the keys of the account. */
    public FileCodec codec() {
        Secrets now = secrets.get();
        return now.key() == null ? FileCodec.plain() : FileCodec.aes(now.key(), now.iv());
    }

    /** Sends a compressed file under a sequence number. */
    public ReturnMessage upload(long sequence, byte[] zip) throws CallFailed {
        return upload(sequence, zip, WireSecurity.fileHash(zip));
    }

    /**
     * As {@link #upload(long, byte[])}, for a file that was hashed before.
     *
     * @param hash {@link WireSecurity#fileHash} of the file
     */
    public ReturnMessage upload(long sequence, byte[] zip, String hash) throws CallFailed {
        EncodedFile file = codec().seal(zip, hash);
        Map<String, String> parameters = authentication(settings.idParameter());
        parameters.put("beianInfo", file.content());
        parameters.put("beianInfoHash", file.hash());
        parameters.put("dataSequence", Long.toString(sequence));
        parameters.put("encryptAlgorithm", Integer.toString(file.encryptAlgorithm()));
        parameters.put("hashAlgorithm", Integer.toString(file.hashAlgorithm()));
        parameters.put("compressionFormat", Integer.toString(file.compressionFormat()));
        return call(Operation.UPLOAD, parameters);
    }

    /** Fetches the next waiting file. */
    public ReturnMessage download() throws CallFailed {
        return call(Operation.DOWNLOAD, withHash(settings.idParameter()));
    }

    /** Acknowledges a downloaded file. */
    public ReturnMessage acknowledge(String fileName) throws CallFailed {
        Map<String, String> parameters = withHash(settings.idParameter());
        parameters.put("fileName", fileName);
        return call(Operation.ACKNOWLEDGE, parameters);
    }

    /** Asks for the file that the authority accepted last. */
    public ReturnMessage previousUpload() throws CallFailed {
        return call(Operation.PREVIOUS_UPLOAD, withHash(settings.idParameterOfQueries()));
    }

    /**
     * Asks whether a domain or a subject is filed.
     *
     * @param conditionType 0 for a domain, else a certificate type
     * @param condition the domain or the certificate number
     */
    public ReturnMessage filingStatus(int conditionType, String condition) throws CallFailed {
        Map<String, String> parameters = withHash(settings.idParameter());
        parameters.put("queryConditionType", Integer.toString(conditionType));
        parameters.put("queryCondition", condition);
        return call(Operation.FILING_STATUS, parameters);
    }

    /**
     * Asks whether a filing password is right.
     *
     * @param number filing number
     * @param passwordMd5 MD5 of the filing password, 32 hexadecimal characters
     */
    public ReturnMessage verifyPassword(String number, String passwordMd5) throws CallFailed {
        Map<String, String> parameters = withHash(settings.idParameter());
        parameters.put("baxh", number);
        parameters.put("bamm", passwordMd5);
        return call(Operation.VERIFY_PASSWORD, parameters);
    }

    private ReturnMessage call(Operation operation, Map<String, String> parameters) throws CallFailed {
        String answer = caller.call(operation, parameters);
        try {
            return ReturnXml.read(answer);
        } catch (WireException e) {
            throw new CallFailed(true, e.getMessage(), e);
        }
    }

    private Map<String, String> withHash(String idParameter) {
        Map<String, String> parameters = authentication(idParameter);
        parameters.put("hashAlgorithm", Integer.toString(MD5));
        return parameters;
    }

    private Map<String, String> authentication(String idParameter) {
        String random = WireSecurity.randomValue();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(idParameter, Long.toString(settings.ispId()));
        parameters.put("userName", settings.userName());
        parameters.put("randVal", random);
        parameters.put("pwdHash", WireSecurity.passwordHash(secrets.get().password(), random));
        return parameters;
    }
}
