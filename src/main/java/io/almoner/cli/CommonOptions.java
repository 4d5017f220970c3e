package io.almoner.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {

    /** What every command calls its field of this type. */
    private static final String MIXIN = "common";

    private static final Set<String> LANGUAGES = Set.of("en", "zh-CN", "zh", "de", "fr", "es", "ja");

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "the ledger and everything kept (env ALMONER_HOME; default ~/.almoner)")
    private @Nullable Path home;

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            description = "PostgreSQL instead of the embedded database (env ALMONER_DB_URL)")
    private @Nullable String database;

    @Option(names = "--json", description = "one JSON object on standard output")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress, only results and errors")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "show what lies beneath an error")
    private boolean verbose;

    @Option(names = "--no-color", description = "no colours (also env NO_COLOR)")
    private boolean noColour;

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "language of texts: en, zh-CN, de, fr, es, ja")
    private String language = "en";

    @SuppressWarnings("UnusedVariable") // read by picocli
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    private boolean help;

    private final Map<String, String> environment;
    private @Nullable Witness witness;

    CommonOptions() {
        this(System.getenv());
    }

    /** @param environment the variables that stand in for options */
    CommonOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Those that a command was given; the usual ones for a command that has none. */
    static CommonOptions of(CommandLine command) {
        return command.getMixins().get(MIXIN) instanceof CommonOptions given ? given : new CommonOptions();
    }

    /** The home, absolute: as given, else of the environment, else {@code ~/.almoner}. */
    Path home() {
        String named = environment.get("ALMONER_HOME");
        if (home != null) {
            return home.toAbsolutePath().normalize();
        }
        return named != null && !named.isBlank()
                ? Path.of(named).toAbsolutePath().normalize()
                : userHome().resolve(".almoner").toAbsolutePath();
    }

    /** Whether the home was given on the command line. */
    boolean isHomeGiven() {
        return home != null;
    }

    /** What the shell calls {@code ~}: Java's own notion of it comes from the user database, whatever HOME says. */
    private Path userHome() {
        String ofShell = environment.get("HOME");
        return Path.of(ofShell == null || ofShell.isBlank() ? System.getProperty("user.home") : ofShell);
    }

    /** The JDBC URL of a PostgreSQL ledger; null for the embedded one. */
    @Nullable
    String database() {
        String named = environment.get("ALMONER_DB_URL");
        return database == null && named != null && !named.isBlank() ? named : database;
    }

    /** The same ledger options in another home. */
    CommonOptions in(Path otherHome) {
        CommonOptions moved = new CommonOptions(environment);
        moved.home = otherHome;
        moved.database = database;
        return moved;
    }

    /** Lets somebody hear what the command tells; its JSON then goes to nobody else. */
    void tell(Witness listening) {
        witness = listening;
    }

    /** Who hears what the command tells; null when nobody does but the user. */
    @Nullable
    Witness witness() {
        return witness;
    }

    Map<String, String> environment() {
        return environment;
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    boolean colours() {
        return !noColour && environment.get("NO_COLOR") == null && isTerminal();
    }

    /** Whether somebody watches. The launcher sees to it that newer Javas have no console either where there is none. */
    @SuppressWarnings("SystemConsoleNull")
    boolean isTerminal() {
        return System.console() != null;
    }

    /** @throws UsageException when there are no texts of that language */
    Locale language() {
        if (!LANGUAGES.contains(language)) {
            throw new UsageException("--lang " + language + " is not known. Languages: en, zh-CN, de, fr, es, ja.");
        }
        return Locale.forLanguageTag(language.equals("zh") ? "zh-CN" : language);
    }
}
