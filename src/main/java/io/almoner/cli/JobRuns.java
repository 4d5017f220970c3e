package io.almoner.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.almoner.cli.JobEnd.Output;
import io.almoner.cli.JobMail.Mode;
import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.JobOption;
import io.almoner.jobfile.MailOrder;
import io.almoner.mail.TroubleMemory;

/** Makes job files ready to run. */
final class JobRuns {

    private final Setting setting;
    private final MetricsOption metrics;
    private final Clock clock;
    private final Console console;
    private final Map<Path, Journal> journals = new ConcurrentHashMap<>();

    /**
     * How jobs are run here.
     *
     * @param common what was given on the command line
     * @param mode a trial tells nobody else, and remembers nothing
     * @param output how many JSON objects there are
     * @param pause how time goes by between two tries
     */
    record Setting(CommonOptions common, Mode mode, Output output, Persistence.Pause pause) {}

    /** @param metrics where the metrics go */
    JobRuns(Setting setting, MetricsOption metrics, Clock clock, Console console) {
        this.setting = setting;
        this.metrics = metrics;
        this.clock = clock;
        this.console = console;
    }

    Clock clock() {
        return clock;
    }

    Console console() {
        return console;
    }

    /**
     * A run of a job.
     *
     * @param given what goes before what the file says
     * @param remarks what is to be said of this run besides
     * @throws UsageException when the environment's settings of mail cannot be used
     */
    JobRun of(JobFile job, Map<JobOption, String> given, List<String> remarks) {
        CommandWords words = new CommandWords(home(job), setting.common());
        JobCommand command = new JobCommand(job, words, given);
        Optional<Journal> journal =
                setting.mode() == Mode.REHEARSE ? Optional.empty() : Optional.of(journal(home(job)));
        return new JobRun(
                job,
                command,
                mail(job, words, command.languages()),
                new Persistence(job.retry(), setting.pause(), console),
                new JobEnd(job, setting.output(), journal, clock, console),
                remarks);
    }

    /** The home of a job: as given, else as its file says, else the usual one. */
    Path home(JobFile job) {
        Path named = job.home();
        return setting.common().isHomeGiven() || named == null
                ? setting.common().home()
                : named;
    }

    /** The journal of a home: always the same. */
    Journal journal(Path home) {
        return journals.computeIfAbsent(
                home, place -> new Journal(place, metrics.file(setting.common(), place), clock, console));
    }

    private Optional<MailEpilogue> mail(JobFile job, CommandWords words, Languages languages) {
        MailOrder order = job.mail();
        if (order == null) {
            return Optional.empty();
        }
        JobMail mail = JobMail.of(job, order, words, languages, setting.mode());
        TroubleMemory memory = TroubleMemory.of(words.home(), job.file());
        TroubleWatch watch = new TroubleWatch(memory, order.repeat(), clock);
        return Optional.of(new MailEpilogue(
                mail, setting.mode() == Mode.REHEARSE ? Optional.empty() : Optional.of(watch), console));
    }
}
