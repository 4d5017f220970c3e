package io.almoner.jobs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Setting;

/**
 * What a run is to do beside its sources.
 *
 * @param job the job's name, such as {@code migrate}
 * @param given the options as they were given, by name without dashes: equal ones make the command the same
 * @param setting policy, business date and acting user
 * @param mode whether anything is committed
 * @param safety what makes the run refuse before anything is applied
 * @param dateFormat of dates that are not ISO 8601; null when none was given
 * @param organisation the organisation (OrgId) of tables that name none; null when there is none of them
 * @param home the ledger's home
 * @param directory where the run's files go; null for the run's own folder in the home
 * @param language of the texts in its files
 * @param sources what the user named, absolute, for starting the run again
 * @param plan the plan that is carried out; null when there is none
 */
public record RunOptions(
        String job,
        SortedMap<String, String> given,
        Setting setting,
        Mode mode,
        Safety safety,
        @Nullable DateTimeFormatter dateFormat,
        @Nullable String organisation,
        Path home,
        @Nullable Path directory,
        Locale language,
        List<Path> sources,
        @Nullable PlannedState plan) {

    /** Whether anything is committed. */
    public enum Mode {
        APPLY,
        PLAN
    }

    /**
     * The state that a plan was made for.
     *
     * @param revision the ledger's revision
     * @param changedFiles the plan's files that are no longer what they were; empty when all are
     */
    public record PlannedState(long revision, List<String> changedFiles) {

        /** Whether it was made for other files, or for another state of the ledger. */
        boolean isStale(long now) {
            return !changedFiles.isEmpty() || revision != now;
        }
    }

    /** The same options on another business date: that of the run that goes on. */
    RunOptions on(LocalDate date) {
        Setting moved = new Setting(setting.purpose(), setting.policy(), date, setting.actingUser());
        return new RunOptions(
                job, given, moved, mode, safety, dateFormat, organisation, home, directory, language, sources, plan);
    }

    /** The same options with the organisation of tables that name none. */
    public RunOptions of(@Nullable String code) {
        return new RunOptions(
                job, given, setting, mode, safety, dateFormat, code, home, directory, language, sources, plan);
    }
}
