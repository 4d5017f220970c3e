package io.almoner.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.almoner.cli.JobMail.Mode;
import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.JobOption;
import io.almoner.jobfile.MailOrder;
import io.almoner.mail.TroubleMemory;

/**
 * Makes job files ready to run.
 *
 * @param common what was given on the command line
 * @param metrics where the metrics go
 * @param mode a trial tells nobody else, and remembers nothing
 * @param pause how time goes by between two tries
 */
record JobRuns(
        CommonOptions common, MetricsOption metrics, Mode mode, Persistence.Pause pause, Clock clock, Console console) {

    /**
     * A run of a job.
     *
     * @param given what goes before what the file says
     * @param remarks what is to be said of this run besides
     * @throws UsageException when the environment's settings of mail cannot be used
     */
    JobRun of(JobFile job, Map<JobOption, String> given, List<String> remarks) {
        CommandWords words = new CommandWords(home(job), common);
        JobCommand command = new JobCommand(job, words, given);
        Optional<Journal> journal = mode == Mode.REHEARSE ? Optional.empty() : Optional.of(journal(home(job)));
        return new JobRun(
                job,
                command,
                mail(job, words, command.languages()),
                new Persistence(job.retry(), pause, console),
                new JobEnd(job, journal, clock, console),
                remarks);
    }

    /** The home of a job: as given, else as its file says, else the usual one. */
    Path home(JobFile job) {
        Path named = job.home();
        return common.isHomeGiven() || named == null ? common.home() : named;
    }

    /** The journal of a home. */
    Journal journal(Path home) {
        return new Journal(home, metrics.file(common, home), clock, console);
    }

    private Optional<MailEpilogue> mail(JobFile job, CommandWords words, Languages languages) {
        MailOrder order = job.mail();
        if (order == null) {
            return Optional.empty();
        }
        JobMail mail = JobMail.of(job, order, words, languages, mode);
        TroubleMemory memory = TroubleMemory.of(words.home(), job.file());
        TroubleWatch watch = new TroubleWatch(memory, order.repeat(), clock);
        return Optional.of(
                new MailEpilogue(mail, mode == Mode.REHEARSE ? Optional.empty() : Optional.of(watch), console));
    }
}
