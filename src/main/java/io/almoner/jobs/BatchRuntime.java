package io.almoner.jobs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Spring Batch on the ledger's database. The caller holds the run lock, so an execution that is said to work was killed and
 * may be recovered.
 */
final class BatchRuntime implements AutoCloseable {

    private static final String RUN = "run";

    private final ConfigurableApplicationContext context;

    /** Just what Spring Batch needs: everything else of Boot would cost every command its start. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        BatchJdbcAutoConfiguration.class
    })
    static class Configuration {}

    BatchRuntime(DataSource dataSource) {
        context = new SpringApplicationBuilder(Configuration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Map.of(
                        "spring.batch.job.enabled", "false",
                        "spring.batch.jdbc.initialize-schema", "never",
                        "spring.batch.jdbc.isolation-level-for-create", "read_committed"))
                .initializers(starting -> starting.getBeanFactory().registerSingleton("dataSource", dataSource))
                .run();
    }

    /**
     * Runs a job, or lets it go on where an earlier process left it.
     *
     * @param jobs makes the job of a repository
     * @param run the run's code: one instance of the job each
     * @throws RuntimeException what failed the job
     */
    void run(Function<JobRepository, Job> jobs, String run) {
        Job job = jobs.apply(repository());
        recover(repository(), job.getName(), parameters(run));
        execute(job, parameters(run));
    }

    /** Runs a job of which nothing is kept: every time from its beginning. */
    void runOnce(Function<JobRepository, Job> jobs, String run) {
        JobParameters parameters = new JobParametersBuilder(parameters(run))
                .addString("attempt", UUID.randomUUID().toString())
                .toJobParameters();
        execute(jobs.apply(repository()), parameters);
    }

    /** True when an earlier process has begun the job of a run. */
    boolean hasBegun(String job, String run) {
        return repository().getJobInstance(job, parameters(run)) != null;
    }

    private JobRepository repository() {
        return context.getBean(JobRepository.class);
    }

    private static JobParameters parameters(String run) {
        return new JobParametersBuilder().addString(RUN, run).toJobParameters();
    }

    private void execute(Job job, JobParameters parameters) {
        try {
            JobExecution execution = context.getBean(JobOperator.class).start(job, parameters);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw failure(execution);
            }
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the job cannot be started: " + e.getMessage(), e);
        }
    }

    private void recover(JobRepository repository, String job, JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(job, parameters);
        if (instance == null) {
            return;
        }
        @Nullable JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            repository.deleteJobInstance(instance);
        } else if (last.isRunning() || last.getStatus() == BatchStatus.UNKNOWN) {
            context.getBean(JobOperator.class).recover(last);
        }
    }

    private static RuntimeException failure(JobExecution execution) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        for (Throwable failure : failures) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof InterruptedRunException) {
                    return (InterruptedRunException) cause;
                }
            }
        }
        Throwable first = failures.isEmpty() ? null : failures.get(0);
        return first instanceof RuntimeException failure
                ? failure
                : new IllegalStateException("the job ended as " + execution.getStatus(), first);
    }

    @Override
    public void close() {
        context.close();
    }
}
