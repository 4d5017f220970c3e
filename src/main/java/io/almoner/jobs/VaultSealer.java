package io.almoner.jobs;

import java.util.Optional;

import io.almoner.book.SealedKey;
import io.almoner.intake.KeySealer;
import io.almoner.ledger.Vault;

/** Seals the cells of product keys with the home's vault, and resolves the references that it wrote. */
final class VaultSealer implements KeySealer {

    private static final String MASK = "*****";

    private final Vault vault;

    VaultSealer(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Optional<SealedKey> seal(String cell) {
        return cell.startsWith(MASK) ? vault.resolve(cell).map(vault::seal) : Optional.of(vault.seal(cell));
    }
}
