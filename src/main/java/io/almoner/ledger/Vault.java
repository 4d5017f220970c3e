package io.almoner.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.prf.PrfSet;

import io.almoner.book.SealedKey;

/**
 * Seals product keys, so that only this home can open them. Equal keys are sealed alike: an export and its references
 * stay the same from day to day. Safe for use by several threads.
 */
public final class Vault {

    /** The environment variable that holds the vault's key where a file is not wanted: the content of the file. */
    static final String VARIABLE = "ALMONER_VAULT_KEY";

    private static final String FILE = "vault.key";
    private static final int FINGERPRINT_BYTES = 16;
    private static final int SHOWN = 5;
    private static final int LONG_ENOUGH = 10;
    private static final byte[] CONTEXT = "product key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MARK = "almoner vault".getBytes(StandardCharsets.UTF_8);

    /** No product key begins like that, so that no row's mark is a key's fingerprint. */
    private static final String ROW = "almoner row\n";

    private static final Pattern REFERENCE = Pattern.compile("\\*{5}-(.*)#([A-Za-z0-9_-]+)", Pattern.DOTALL);

    private final DeterministicAead cipher;
    private final PrfSet fingerprints;

    private Vault(DeterministicAead cipher, PrfSet fingerprints) {
        this.cipher = cipher;
        this.fingerprints = fingerprints;
    }

    /**
     * Opens the vault of a home and makes its key at the first time: {@code HOME/vault.key}, readable by its owner only,
     * unless the environment's {@code ALMONER_VAULT_KEY} holds the key.
     *
     * @throws VaultException when the key cannot be read, written or understood
     */
    public static Vault open(Path home, Map<String, String> environment) {
        String given = environment.get(VARIABLE);
        if (given != null && !given.isBlank()) {
            return of(given, "The environment variable " + VARIABLE);
        }
        Path file = home.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Home.create(home); // with its ledger on a server, nothing else has made it
                create(file);
            }
            return of(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new VaultException("The vault's key " + file + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    /** Seals a key of any length and script. */
    public SealedKey seal(String clear) {
        byte[] bytes = clear.getBytes(StandardCharsets.UTF_8);
        try {
            String sealed = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(cipher.encryptDeterministically(bytes, CONTEXT));
            return new SealedKey(sealed, made(bytes), lastFive(clear));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault cannot seal", e);
        }
    }

    /**
     * The clear key: a secret from here on.
     *
     * @throws VaultException when another vault sealed it
     */
    public String open(SealedKey key) {
        return opened(key.sealed())
                .orElseThrow(() -> new VaultException(
                        "The product key " + key.masked() + " was sealed with another vault key than this home's."));
    }

    /** What stands for a key in files that come back: {@code *****-ABCDE#reference}. */
    public String reference(SealedKey key) {
        return key.masked() + "#" + key.sealed();
    }

    /** The clear key of a {@link #reference} that this home made; empty for anything else. */
    public Optional<String> resolve(String maskedWithReference) {
        Matcher matcher = REFERENCE.matcher(maskedWithReference);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return opened(matcher.group(2)).filter(clear -> lastFive(clear).equals(matcher.group(1)));
    }

    /** What only this home can say of a statement about a row: the same each time, and nothing about the statement. */
    public String vouch(String statement) {
        return made((ROW + statement).getBytes(StandardCharsets.UTF_8));
    }

    /** The same for equal vault keys, and tells nothing about them. */
    String mark() {
        return made(MARK);
    }

    private String made(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(fingerprints.computePrimary(bytes, FINGERPRINT_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault cannot make its mark", e);
        }
    }

    private Optional<String> opened(String sealed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            return Optional.of(new String(cipher.decryptDeterministically(bytes, CONTEXT), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The last five characters; nothing of a key so short that they would be most of it. */
    private static String lastFive(String clear) {
        int characters = clear.codePointCount(0, clear.length());
        return characters < LONG_ENOUGH ? "" : clear.substring(clear.offsetByCodePoints(clear.length(), -SHOWN));
    }

    private static void create(Path file) throws IOException {
        try {
            Home.createPrivateFile(file, VaultKeys.generate().toJson().getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            // another process made it in the meantime: that one counts
        }
    }

    private static Vault of(String json, String whence) {
        try {
            VaultKeys keys = VaultKeys.ofJson(json);
            return new Vault(keys.cipher(), keys.fingerprints());
        } catch (GeneralSecurityException e) {
            throw new VaultException(whence + " does not hold a vault key.");
        }
    }
}
