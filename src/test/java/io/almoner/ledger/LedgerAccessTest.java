package io.almoner.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.KeyState;
import io.almoner.book.ProductKey;
import io.almoner.book.SealedKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LedgerAccessTest {

    private static final String BOTH = "io.almoner.ledger.Databases#both";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource(BOTH)
    void opens_again_what_it_made(Supplier<LedgerPlace> fresh) {
        LedgerPlace place = fresh.get();
        try (LedgerAccess access = LedgerAccess.open(place)) {
            access.ledger().write(Samples.commit(Samples.created(100, Samples.organisation(1))));
            access.ledger().flush();
        }
        try (LedgerAccess access = LedgerAccess.open(place)) {
            assertThat(access.ledger().organisationsOfCodes(List.of("ORG-1"))).hasSize(1);
            assertThat(new JdbcTemplate(access.dataSource())
                            .queryForObject("select count(*) from batch_job_instance", Long.class))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void is_at_the_newest_version_of_the_schema(Supplier<LedgerPlace> fresh) throws Exception {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            assertThat(Schema.versionOf(access.dataSource())).isEqualTo(Schema.VERSION);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void refuses_a_ledger_of_a_newer_version(Supplier<LedgerPlace> fresh) {
        LedgerPlace place = fresh.get();
        try (LedgerAccess access = LedgerAccess.open(place)) {
            new JdbcTemplate(access.dataSource())
                    .update("update \"flyway_schema_history\" set \"version\" = '999' where \"version\" = '3'");
        }
        assertThatThrownBy(() -> LedgerAccess.open(place))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining("newer version");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void brings_an_older_schema_up_to_date_and_keeps_the_books(Supplier<LedgerPlace> fresh) {
        LedgerPlace place = fresh.get();
        try (LedgerAccess access = LedgerAccess.open(place)) {
            access.ledger().write(Samples.commit(Samples.created(100, Samples.organisation(1))));
            makeOlder(new JdbcTemplate(access.dataSource()));
        }
        try (LedgerAccess access = LedgerAccess.open(place)) {
            assertThat(access.ledger().load(List.of(100L))).hasSize(1);
            assertThat(new JdbcTemplate(access.dataSource())
                            .queryForObject("select count(*) from batch_job_instance", Long.class))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void writes_within_the_surrounding_transaction(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            new TransactionTemplate(new DataSourceTransactionManager(access.dataSource()))
                    .executeWithoutResult(transaction -> {
                        access.ledger().write(Samples.commit(Samples.created(100, Samples.organisation(1))));
                        assertThat(access.ledger().revision()).isEqualTo(10);
                        transaction.setRollbackOnly();
                    });
            assertThat(access.ledger().revision()).isZero();
            assertThat(access.ledger().load(List.of(100L))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void lets_one_at_a_time_change_a_ledger(Supplier<LedgerPlace> fresh) {
        LedgerPlace place = fresh.get();
        try (LedgerAccess access = LedgerAccess.open(place)) {
            RunLock lock = access.lock();
            assertThatThrownBy(() -> {
                        try (LedgerAccess other = LedgerAccess.open(place)) {
                            other.lock();
                        }
                    })
                    .isInstanceOf(LedgerBusyException.class)
                    .hasMessageContaining("Another almoner");
            lock.close();
        }
        try (LedgerAccess other = LedgerAccess.open(place)) {
            other.lock().close();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void refuses_another_vault(Supplier<LedgerPlace> fresh) {
        LedgerPlace place = fresh.get();
        Vault vault = Vault.open(place.home(), Map.of());
        Vault other = Vault.open(
                place.home(), Map.of(Vault.VARIABLE, VaultKeys.generate().toJson()));
        try (LedgerAccess access = LedgerAccess.open(place)) {
            access.accept(vault);
            access.accept(vault);
            assertThatThrownBy(() -> access.accept(other))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("another vault key");
        }
    }

    @Test
    void says_that_a_server_cannot_be_reached_and_keeps_the_password() {
        LedgerPlace nowhere = new LedgerPlace(folder, "jdbc:postgresql://localhost:1/x?password=secret", "u", "secret");
        assertThatThrownBy(() -> LedgerAccess.open(nowhere))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessage("The ledger jdbc:postgresql://localhost:1/x cannot be reached.");
    }

    @Test
    void says_that_a_url_is_not_one_of_postgresql() {
        assertThatThrownBy(() -> LedgerAccess.open(new LedgerPlace(folder, "jdbc:h2:mem:x", null, null)))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void finishes_a_home_whose_making_was_killed() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectory(home);
        Files.writeString(home.resolve("ledger.new.mv.db"), "half a database");
        Files.writeString(home.resolve("ledger.lock"), "");

        try (LedgerAccess access = LedgerAccess.open(LedgerPlace.embedded(home))) {
            assertThat(access.ledger().revision()).isZero();
        }
        assertThat(home.toFile().list()).containsExactlyInAnyOrder("ledger.mv.db", "ledger.lock");
    }

    @Test
    void says_that_a_database_is_damaged_and_leaves_it_alone() throws IOException {
        Files.writeString(folder.resolve("ledger.mv.db"), "not a database");

        assertThatThrownBy(() -> LedgerAccess.open(LedgerPlace.embedded(folder)))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining(folder.toString());
        assertThat(folder.resolve("ledger.mv.db")).hasContent("not a database");
    }

    @Test
    void makes_a_home_for_its_owner_alone() throws IOException {
        Path home = folder.resolve("a/b");
        LedgerAccess.open(LedgerPlace.embedded(home)).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("ledger.mv.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void refuses_a_home_whose_name_would_change_the_database_url() {
        assertThatThrownBy(() -> LedgerAccess.open(LedgerPlace.embedded(folder.resolve("a;TRACE_LEVEL_FILE=3"))))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining("semicolon");
    }

    @Test
    void never_holds_a_clear_key_in_its_files() throws IOException {
        String clear = "VWXYZ-12345-67890-KLMNO-ABCDE";
        SealedKey sealed = Vault.open(folder, Map.of()).seal(clear);
        ProductKey key =
                new ProductKey(1, 2, sealed, "Retail", null, null, null, KeyState.REVEALED, null, null, 0, null, null);
        try (LedgerAccess access = LedgerAccess.open(LedgerPlace.embedded(folder))) {
            Change change = Change.created(ChangeKind.KEY_RECORDED, key);
            access.ledger().write(Samples.commit(List.of(new RecordedChange(9, 1, 2, change))));
        }
        String content = Files.readString(folder.resolve("ledger.mv.db"), StandardCharsets.ISO_8859_1);
        assertThat(content).contains(sealed.sealed()).doesNotContain(clear).doesNotContain("VWXYZ-12345");
    }

    private static void makeOlder(JdbcTemplate jdbc) {
        jdbc.execute("drop table batch_step_execution_context, batch_job_execution_context, batch_step_execution,"
                + " batch_job_execution_params, batch_job_execution, batch_job_instance");
        List.of("batch_step_execution_seq", "batch_job_execution_seq", "batch_job_instance_seq")
                .forEach(sequence -> jdbc.execute("drop sequence " + sequence));
        jdbc.execute("drop table service_request, key_activation, hand_over, reconciliation, drift");
        jdbc.execute("alter table organisation drop column moved_by");
        jdbc.update("delete from \"flyway_schema_history\" where \"version\" in ('3', '4', '5')");
    }
}
