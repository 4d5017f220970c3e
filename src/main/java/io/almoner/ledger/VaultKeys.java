package io.almoner.ledger;

import java.security.GeneralSecurityException;
import java.util.List;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;

/**
 * The two keysets of a vault. As text each stands on a line of its own, as JSON.
 *
 * @param sealing AES-SIV, 256 bits of security
 * @param fingerprinting HMAC with SHA-256
 */
record VaultKeys(KeysetHandle sealing, KeysetHandle fingerprinting) {

    static VaultKeys generate() {
        try {
            register();
            return new VaultKeys(
                    KeysetHandle.generateNew(PredefinedDeterministicAeadParameters.AES256_SIV),
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot make the vault's key", e);
        }
    }

    static VaultKeys ofJson(String json) throws GeneralSecurityException {
        register();
        List<String> lines = json.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() != 2) {
            throw new GeneralSecurityException("a vault key has two lines");
        }
        return new VaultKeys(parse(lines.get(0)), parse(lines.get(1)));
    }

    String toJson() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(sealing, InsecureSecretKeyAccess.get())
                    + "\n"
                    + TinkJsonProtoKeysetFormat.serializeKeyset(fingerprinting, InsecureSecretKeyAccess.get())
                    + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault's key cannot be written", e);
        }
    }

    DeterministicAead cipher() throws GeneralSecurityException {
        return sealing.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
    }

    PrfSet fingerprints() throws GeneralSecurityException {
        return fingerprinting.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    private static KeysetHandle parse(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }

    private static void register() throws GeneralSecurityException {
        DeterministicAeadConfig.register();
        PrfConfig.register();
    }
}
