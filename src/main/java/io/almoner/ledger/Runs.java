package io.almoner.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The runs that the ledger remembers, and their sources. Calls join the surrounding transaction, if there is one. */
public final class Runs {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transactions;

    Runs(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        client = JdbcClient.create(jdbc);
        transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Begins a run. */
    public Run start(NewRun run) {
        // with its number in one transaction: a process that is killed between the two would leave a number out
        return Objects.requireNonNull(transactions.execute(status -> started(run)));
    }

    private Run started(NewRun run) {
        long id = Objects.requireNonNull(
                jdbc.execute((Connection connection) -> new Counters(connection).take("run", 1)));
        String code = "%s-%s-%d".formatted(STAMP.format(run.startedAt()), run.job(), id);
        client.sql("""
                        insert into run (id, code, job, status, fingerprint, dry_run, policy, on_date, acting_user,
                                         os_user, directory, options, started_at)
                        values (:id, :code, :job, 'running', :fingerprint, :dryRun, :policy, :onDate, :actingUser,
                                :osUser, :directory, :options, :startedAt)
                        """)
                .param("id", id)
                .param("code", code)
                .param("job", run.job())
                .param("fingerprint", run.fingerprint())
                .param("dryRun", run.dryRun())
                .param("policy", run.policy())
                .param("onDate", run.onDate())
                .param("actingUser", run.actingUser())
                .param("osUser", run.osUser())
                .param("directory", run.directory())
                .param("options", run.options())
                .param("startedAt", utc(run.startedAt()))
                .update();
        return new Run(id, code, RunStatus.RUNNING, run, null, null, null, null, null, null);
    }

    /**
     * The newest run of a command, when it was killed, interrupted or failed, and so may go on; else empty. One that was
     * undone does not go on: the same command begins anew.
     */
    public Optional<Run> unfinished(String fingerprint) {
        return client.sql("select * from run where fingerprint = ? order by id desc limit 1")
                .param(fingerprint)
                .query(Runs::run)
                .optional()
                .filter(run -> run.undoneBy() == null)
                .filter(run -> switch (run.status()) {
                    case RUNNING, INTERRUPTED, FAILED -> true;
                    case COMPLETED, COMPLETED_WITH_REJECTS, DRIFT_FOUND, PLANNED, REFUSED -> false;
                });
    }

    /**
     * Notes that the processes of all runs of other commands that are said to work were killed. Only for who holds the
     * run lock.
     *
     * @return how many there were
     */
    public int interruptOthers(String fingerprint, Instant at) {
        return client.sql("""
                        update run set status = 'interrupted', ended_at = :at
                        where status = 'running' and fingerprint <> :fingerprint
                        """)
                .param("at", utc(at))
                .param("fingerprint", fingerprint)
                .update();
    }

    /** Notes that a run that may go on does so. */
    public void resume(long runId) {
        client.sql("update run set status = 'running', ended_at = null, exit_code = null where id = ?")
                .param(runId)
                .update();
    }

    /** Ends a run. */
    public void finish(long runId, Ending ending) {
        client.sql("""
                        update run set status = :status, exit_code = :exitCode, summary = :summary, ended_at = :at
                        where id = :id
                        """)
                .param("status", ending.status().word())
                .param("exitCode", ending.exitCode())
                .param("summary", ending.summary())
                .param("at", utc(ending.at()))
                .param("id", runId)
                .update();
    }

    /** Notes that a run was undone as a whole: none of its rows is settled by it any more. */
    public void undone(long runId, long byRunId) {
        client.sql("update run set undone_by = ? where id = ?")
                .params(byRunId, runId)
                .update();
    }

    /** Every run, the newest first. */
    public List<Run> list() {
        return client.sql("select * from run order by id desc").query(Runs::run).list();
    }

    /** The run of a surrogate key. */
    public Run of(long id) {
        return client.sql("select * from run where id = ?")
                .param(id)
                .query(Runs::run)
                .single();
    }

    /** The runs that changed something after that change, the oldest first. */
    public List<Run> changing(long after) {
        return client.sql("select * from run where last_change > :after order by id")
                .param("after", after)
                .query(Runs::run)
                .list();
    }

    /** The runs of some jobs that changed something after that change, the oldest first. */
    public List<Run> changing(Collection<String> jobs, long after) {
        return client.sql("select * from run where job in (:jobs) and last_change > :after order by id")
                .param("jobs", jobs)
                .param("after", after)
                .query(Runs::run)
                .list();
    }

    /** The run that people call so. */
    public Optional<Run> find(String code) {
        return client.sql("select * from run where code = ?")
                .param(code)
                .query(Runs::run)
                .optional();
    }

    /** Stores the sources of a run in the order in which they are read, replacing what was stored before. */
    public void remember(long runId, List<RunSource> sources) {
        client.sql("delete from run_source where run_id = ?").param(runId).update();
        for (int i = 0; i < sources.size(); i++) {
            RunSource source = sources.get(i);
            client.sql("insert into run_source (run_id, position, source_id, path, details) values (?, ?, ?, ?, ?)")
                    .params(runId, i, source.sourceId(), source.path(), source.details())
                    .update();
        }
    }

    /** The sources of a run in the order in which they are read. */
    public List<RunSource> sources(long runId) {
        return client.sql("select source_id, path, details from run_source where run_id = ? order by position")
                .param(runId)
                .query((row, number) -> new RunSource(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("code"),
                RunStatus.ofWord(row.getString("status")),
                begun(row),
                instant(row, "ended_at"),
                row.getObject("exit_code", Integer.class),
                row.getString("summary"),
                row.getObject("first_change", Long.class),
                row.getObject("last_change", Long.class),
                row.getObject("undone_by", Long.class));
    }

    private static NewRun begun(ResultSet row) throws SQLException {
        return new NewRun(
                row.getString("job"),
                row.getString("fingerprint"),
                row.getBoolean("dry_run"),
                row.getString("policy"),
                row.getObject("on_date", LocalDate.class),
                row.getString("acting_user"),
                row.getString("os_user"),
                row.getString("directory"),
                row.getString("options"),
                Objects.requireNonNull(instant(row, "started_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
