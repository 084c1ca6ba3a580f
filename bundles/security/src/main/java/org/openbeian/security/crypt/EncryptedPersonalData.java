package org.openbeian.security.crypt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.DataKeyStore;
import org.openbeian.api.store.DataKeyStore.DataKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Envelope encryption: each scope has a random key of its own, stored wrapped by the vault's master key. Stored data is a byte
 * for the format, eight for the key's id, and what {@link DataCipher} made; scope and key id are authenticated with it, so
 * that no data can be moved to another place. Thread-safe.
 */
@Component
public final class EncryptedPersonalData implements PersonalData {

    private static final Logger LOG = LoggerFactory.getLogger(EncryptedPersonalData.class);
    private static final byte FORMAT = 1;
    private static final int HEADER = 1 + Long.BYTES;

    private final DataKeyStore store;
    private final KeyVault vault;
    private final CryptSettings settings;
    private final ClearKeys clearKeys;

    /**
     * Over stored keys.
     *
     * @throws IllegalStateException when the vault lacks a master key that stored keys need: better no server than one that
     *     cannot read what it has
     */
    @Activate
    public EncryptedPersonalData(@Reference DataKeyStore store,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault, @Reference CryptSettings settings,
            @Reference ClearKeys clearKeys) {
        this.store = store;
        this.vault = vault;
        this.settings = settings;
        this.clearKeys = clearKeys;
        Set<String> missing = new TreeSet<>(store.countByMaster().keySet());
        missing.removeAll(vault.masters());
        if (!missing.isEmpty()) {
            LOG.error("The key vault lacks the master keys {} of stored personal data. Put the vault that belongs to this"
                + " database in place and start again", missing);
            throw new IllegalStateException("the key vault lacks the master keys " + missing + " of stored personal data");
        }
    }

    @Override
    public byte[] protect(String scope, byte[] clear) {
        DataKey key = store.find(scope).orElseGet(() -> newKey(scope));
        return protect(key, clear(key), clear);
    }

    private byte[] protect(DataKey key, byte[] clearKey, byte[] clear) {
        byte[] stored = settings.cipher().encrypt(clearKey, associated(key), clear, HEADER);
        ByteBuffer.wrap(stored).put(FORMAT).put(HexFormat.of().parseHex(key.id()));
        return stored;
    }

    @Override
    public List<byte[]> protect(List<Clear> many) {
        Set<String> scopes = new TreeSet<>();
        many.forEach(one -> scopes.add(one.scope()));
        Map<String, DataKey> keys = new HashMap<>(store.find(scopes));
        scopes.removeAll(keys.keySet());
        Map<String, byte[]> made = new HashMap<>();
        List<DataKey> fresh = new ArrayList<>();
        for (String scope : scopes) {
            String id = newId();
            made.put(id, DataCipher.newKey());
            fresh.add(new DataKey(id, scope, vault.wrap(made.get(id), context(id, scope))));
        }
        keys.putAll(store.add(fresh));
        Map<String, byte[]> clearKeyOf = new HashMap<>();
        keys.values().forEach(key -> clearKeyOf.put(key.id(), made.containsKey(key.id()) ? made.get(key.id()) : clear(key)));
        return many.parallelStream().map(one -> {
            DataKey key = keys.get(one.scope());
            return protect(key, clearKeyOf.get(key.id()), one.data());
        }).toList();
    }

    @Override
    public byte[] reveal(String scope, byte[] stored) {
        if (stored.length < HEADER || stored[0] != FORMAT) {
            throw new IllegalStateException("stored data of " + scope + " is damaged or of an unknown format");
        }
        String id = HexFormat.of().formatHex(stored, 1, HEADER);
        DataKey key = store.find(scope).filter(found -> found.id().equals(id)).orElseThrow(() -> new DataErased(scope));
        return DataCipher.decrypt(clear(key), associated(key), stored, HEADER);
    }

    private static String newId() {
        return HexFormat.of().formatHex(DataCipher.newKey(), 0, Long.BYTES);
    }

    private DataKey newKey(String scope) {
        String id = newId();
        byte[] key = DataCipher.newKey();
        DataKey holds = store.add(new DataKey(id, scope, vault.wrap(key, context(id, scope))));
        if (holds.id().equals(id)) {
            clearKeys.put(id, key);
        }
        return holds;
    }

    private byte[] clear(DataKey key) {
        byte[] known = clearKeys.find(key.id());
        if (known == null) {
            known = vault.unwrap(key.wrapped(), context(key.id(), key.scope()));
            clearKeys.put(key.id(), known);
        }
        return known;
    }

    private static byte[] associated(DataKey key) {
        return context(key.id(), key.scope()).getBytes(StandardCharsets.UTF_8);
    }

    /** What binds a key to its scope. */
    static String context(String id, String scope) {
        return id + '\n' + scope;
    }
}
