package io.almoner.ledger;

import java.nio.charset.StandardCharsets;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Creates the tables in which Spring Batch keeps its jobs, by the library's own script. */
final class BatchMetadata implements JavaMigration {

    /** PostgreSQL has no index on a foreign key of its own accord, and every start of a job looks along these. */
    private static final String INDEXES = """
            create index batch_job_execution_instance on batch_job_execution (job_instance_id);
            create index batch_step_execution_job on batch_step_execution (job_execution_id);
            create index batch_job_execution_params_job on batch_job_execution_params (job_execution_id);
            """;

    private final Dialect dialect;

    BatchMetadata(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3");
    }

    @Override
    public String getDescription() {
        return "batch metadata";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(dialect.batchScript()));
        if (dialect == Dialect.POSTGRESQL) {
            ScriptUtils.executeSqlScript(
                    context.getConnection(), new ByteArrayResource(INDEXES.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
