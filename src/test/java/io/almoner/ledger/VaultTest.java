package io.almoner.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.book.SealedKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultTest {

    private static final String CLEAR = "VWXYZ-12345-67890-KLMNO-ABCDE";

    @TempDir
    private Path home;

    @Test
    void opens_what_it_sealed_and_seals_equal_keys_alike() {
        SealedKey key = vault().seal(CLEAR);

        assertThat(vault().open(key)).isEqualTo(CLEAR);
        assertThat(vault().seal(CLEAR)).isEqualTo(key);
        assertThat(key.masked()).isEqualTo("*****-ABCDE");
        assertThat(key.fingerprint()).hasSize(32);
        assertThat(key.toString()).doesNotContain("12345");
    }

    @Test
    void seals_tokens_of_any_length_and_script() {
        String token = "令牌😀#".repeat(50);
        SealedKey key = vault().seal(token);

        assertThat(vault().open(key)).isEqualTo(token);
        assertThat(vault().resolve(vault().reference(key))).contains(token);
        assertThat(key.lastFive()).isEqualTo("#令牌😀#");
    }

    @Test
    void makes_the_home_that_its_key_stands_in() {
        Path absent = home.resolve("a/new/home");

        Vault.open(absent, Map.of());

        assertThat(absent.resolve("vault.key")).exists();
    }

    @Test
    void shows_nothing_of_a_short_key() {
        assertThat(vault().seal("ABCDE").masked()).isEqualTo("*****-");
        assertThat(vault().seal("XABCDE").masked()).isEqualTo("*****-");
        assertThat(vault().seal("").masked()).isEqualTo("*****-");
    }

    @Test
    void resolves_only_references_of_its_own() {
        String reference = vault().reference(vault().seal(CLEAR));

        assertThat(reference).startsWith("*****-ABCDE#");
        assertThat(vault().resolve(reference)).contains(CLEAR);
        assertThat(vault().resolve("*****-ABCDE")).isEmpty();
        assertThat(vault().resolve(reference.replace("ABCDE", "ABCDF"))).isEmpty();
        assertThat(vault().resolve(reference + "A")).isEmpty();
        assertThat(vault().resolve(CLEAR)).isEmpty();
        assertThat(Vault.open(home, Map.of(Vault.VARIABLE, VaultKeys.generate().toJson()))
                        .resolve(reference))
                .isEmpty();
    }

    @Test
    void keeps_its_key_for_the_owner_alone() throws IOException {
        vault();

        assertThat(home.resolve("vault.key")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("vault.key"))))
                .isEqualTo("rw-------");
        assertThat(home.toFile().list()).containsExactly("vault.key");
    }

    @Test
    void takes_its_key_from_the_environment() throws IOException {
        SealedKey key = vault().seal(CLEAR);
        String content = Files.readString(home.resolve("vault.key"));

        assertThat(Vault.open(home.resolve("elsewhere"), Map.of(Vault.VARIABLE, content))
                        .open(key))
                .isEqualTo(CLEAR);
    }

    @Test
    void says_that_another_vault_sealed_a_key() {
        SealedKey key = vault().seal(CLEAR);
        Vault other =
                Vault.open(home, Map.of(Vault.VARIABLE, VaultKeys.generate().toJson()));

        assertThatThrownBy(() -> other.open(key))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("*****-ABCDE")
                .hasMessageNotContaining("12345");
    }

    @Test
    void says_that_a_file_is_no_vault_key() throws IOException {
        Files.writeString(home.resolve("vault.key"), "{}\n{}\n");

        assertThatThrownBy(this::vault)
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("does not hold a vault key");
    }

    private Vault vault() {
        return Vault.open(home, Map.of());
    }
}
