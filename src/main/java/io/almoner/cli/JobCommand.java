package io.almoner.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import picocli.CommandLine;

import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.JobOption;
import io.almoner.jobs.ExitCode;

/** The command that a job file stands for, given as a person would give it: there is no second way through the program. */
final class JobCommand {

    private final JobFile job;
    private final CommandWords common;
    private final Map<JobOption, String> options = new EnumMap<>(JobOption.class);

    /**
     * @param common the options of every command
     * @param given what goes before the options of the job file
     */
    JobCommand(JobFile job, CommandWords common, Map<JobOption, String> given) {
        this.job = job;
        this.common = common;
        this.options.putAll(job.options());
        this.options.putAll(given);
    }

    /** Runs it on these files and tells how that ended. */
    Attempt run(List<Path> files) {
        Witness witness = new Witness();
        CommandLine program = Almoner.commandLine();
        CommandLine command =
                Objects.requireNonNull(program.getSubcommands().get(job.job().word()));
        CommonOptions.of(command).tell(witness);
        int code = program.execute(words(files).toArray(String[]::new));
        return new Attempt(files, ExitCode.of(code), witness.summary(), witness.errors());
    }

    /** The words of the command line, each whole. */
    private List<String> words(List<Path> files) {
        List<String> words = new ArrayList<>(List.of(job.job().word()));
        String user = job.actingUser();
        if (user != null) {
            words.add("--as=" + user);
        }
        options.forEach((option, value) -> {
            if (!option.isFlag()) {
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
