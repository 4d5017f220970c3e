package io.almoner.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import io.almoner.jobs.ExitCode;
import io.almoner.jobs.FailedRunException;

/** The program: its commands, and what each way of failing ends with. */
@Command(
        name = "almoner",
        mixinStandardHelpOptions = true,
        description = "Moves, assigns, reconciles and reports partner membership benefits.",
        versionProvider = VersionProvider.class,
        subcommands = {
            MigrateCommand.class,
            AssignCommand.class,
            ReconcileCommand.class,
            ApplyCommand.class,
            InspectCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            KeysCommand.class,
            RunCommand.class,
            ScheduleCommand.class,
            TemplateCommand.class,
            RunsCommand.class,
            DemoCommand.class
        },
        footer = {
            "",
            "Begin with 'almoner demo', or with",
            "  almoner migrate SOURCE --as EMAIL --dry-run",
            "'almoner COMMAND --help' says more."
        })
public final class Almoner {

    private Almoner() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Spring Boot's own logging set-up costs time and says nothing that logback.xml does not
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("java.awt.headless", "true");
        int code = commandLine().execute(arguments);
        if (!Interruption.isUnderWay()) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Almoner());
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setUsageHelpWidth(100);
        commandLine.setUsageHelpLongOptionsMaxWidth(26);
        commandLine.setExecutionStrategy(Almoner::executed);
        commandLine.setParameterExceptionHandler(Almoner::misused);
        commandLine.setExecutionExceptionHandler((e, failed, result) -> failed(e, failed));
        allCommands(commandLine, command -> command.setExitCodeExceptionMapper(e -> ExitCode.FAILED.code()));
        return commandLine;
    }

    private static int executed(CommandLine.ParseResult parsed) {
        int code = new CommandLine.RunLast().execute(parsed);
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Object result = last.commandSpec().commandLine().getExecutionResult();
        return result instanceof ExitCode exit ? exit.code() : code;
    }

    private static void allCommands(CommandLine commandLine, Consumer<CommandLine> action) {
        action.accept(commandLine);
        commandLine.getSubcommands().values().forEach(sub -> allCommands(sub, action));
    }

    private static int misused(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("error: " + e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("'" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' shows what there is.");
        }
        return ExitCode.USAGE.code();
    }

    private static int failed(Exception e, CommandLine command) {
        Console console = new Console(CommonOptions.of(command));
        Failure failure = Failure.of(e);
        console.error(failure.sentence());
        console.beneath(e);
        if (failure.exit() != ExitCode.USAGE) {
            console.json(
                    e instanceof FailedRunException run
                            ? run.summary().toJson()
                            : failure.json(command.getCommandName()));
        }
        return failure.exit().code();
    }
}
