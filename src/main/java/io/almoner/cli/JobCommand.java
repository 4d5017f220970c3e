package io.almoner.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.JobOption;
import io.almoner.jobs.ExitCode;

/** The command that a job file stands for, given as a person would give it: there is no second way through the program. */
final class JobCommand {

    private final JobFile job;
    private final CommandWords common;
    private final Languages languages;
    private final Map<JobOption, String> options = new EnumMap<>(JobOption.class);

    /**
     * @param common the options of every command
     * @param first what goes before the options of the job file
     */
    JobCommand(JobFile job, CommandWords common, Map<JobOption, String> first) {
        this.job = job;
        this.common = common;
        this.languages = Languages.of(job, first);
        this.options.putAll(job.options());
        this.options.putAll(first);
    }

    /** The languages in which it is run, each a run of its own. */
    Languages languages() {
        return languages;
    }

    /** Runs it on these files in one of its languages and tells how that ended. */
    Attempt run(List<Path> files, String language) {
        return run(files, in(language, options));
    }

    /** The ledger that it opens. */
    CommonOptions ledger() {
        return common.common().in(common.home());
    }

    /** The only organisation (OrgId) that it is about; null for every one. */
    @Nullable
    String organisation() {
        return options.get(JobOption.ORG);
    }

    /** Runs it for one organisation alone, whose files go into a folder of that name. */
    Attempt runFor(String organisation, String language) {
        Map<JobOption, String> own = new EnumMap<>(options);
        own.put(JobOption.ORG, organisation);
        own.put(
                JobOption.OUT,
                out(own).resolve(organisation.replaceAll("[^A-Za-z0-9-]", "_")).toString());
        return run(List.of(), in(language, own));
    }

    /** Files of several languages have the same names: each language has a folder. */
    private Map<JobOption, String> in(String language, Map<JobOption, String> given) {
        Map<JobOption, String> own = new EnumMap<>(given);
        own.put(JobOption.LANGUAGE, language);
        if (languages.all().size() > 1) {
            own.put(JobOption.OUT, out(own).resolve(language).toString());
        }
        return own;
    }

    private Path out(Map<JobOption, String> given) {
        return Path.of(given.getOrDefault(
                JobOption.OUT, common.home().resolve("reports-out").toString()));
    }

    private Attempt run(List<Path> files, Map<JobOption, String> given) {
        Witness witness = new Witness();
        CommandLine program = Almoner.commandLine();
        CommandLine command =
                Objects.requireNonNull(program.getSubcommands().get(job.job().word()));
        CommonOptions.of(command).tell(witness);
        int code = program.execute(words(files, given).toArray(String[]::new));
        return new Attempt(files, ExitCode.of(code), witness.summary(), witness.errors(), 1);
    }

    /** The words of the command line, each whole. */
    private List<String> words(List<Path> files, Map<JobOption, String> given) {
        List<String> words = new ArrayList<>(List.of(job.job().word()));
        String user = job.actingUser();
        if (user != null) {
            words.add("--as=" + user);
        }
        given.forEach((option, value) -> {
            if (option.isRepeated()) {
                value.lines().forEach(each -> words.add(option.flag() + "=" + each));
            } else if (!option.isFlag()) {
                words.add(option.flag() + "=" + value);
            } else if (value.equals("true")) {
                words.add(option.flag());
            }
        });
        words.addAll(common.list());
        words.add("--"); // what follows are names, whatever they begin with
        words.addAll(job.subjects());
        files.forEach(file -> words.add(file.toString()));
        return words;
    }
}
