package io.almoner.jobs;

import java.util.function.Consumer;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerView;

/** Makes every step, always with the transaction manager of the ledger that the step writes to. */
final class Steps {

    private final JobRepository repository;
    private final LedgerView view;
    private final PlatformTransactionManager transactions;

    Steps(JobRepository repository, LedgerView view) {
        this.repository = repository;
        this.view = view;
        this.transactions = new JdbcTransactionManager(view.dataSource());
    }

    /** A step that commits judged blocks; a block is one item, so a chunk is one block. */
    Step walking(String name, ItemStreamReader<Commit> commits, Progress progress) {
        return new StepBuilder(name, repository)
                .<Commit, Commit>chunk(1)
                .transactionManager(transactions)
                .reader(commits)
                .writer(chunk -> {
                    for (Commit commit : chunk) {
                        view.ledger().write(commit);
                        Progressing.tell(progress, commit);
                    }
                })
                .build();
    }

    /** A step that is done again whenever the job goes on: what it makes can be made again. */
    Step task(String name, Runnable work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** A step that is done once, in one transaction: a job that goes on does not repeat it. */
    Step once(String name, Runnable work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /** A step that commits blocks of another kind, one a transaction. */
    <T> Step committing(String name, ItemStreamReader<T> blocks, Consumer<T> writing) {
        return new StepBuilder(name, repository)
                .<T, T>chunk(1)
                .transactionManager(transactions)
                .reader(blocks)
                .writer(chunk -> chunk.forEach(writing))
                .build();
    }
}
