package io.almoner.jobs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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
 * @param home the ledger's home
 * @param directory where the run's files go; null for the run's own folder in the home
 * @param language of the texts in its files
 */
public record RunOptions(
        String job,
        SortedMap<String, String> given,
        Setting setting,
        Mode mode,
        Safety safety,
        @Nullable DateTimeFormatter dateFormat,
        Path home,
        @Nullable Path directory,
        Locale language) {

    /** Whether anything is committed. */
    public enum Mode {
        APPLY,
        PLAN
    }

    /** The same options on another business date: that of the run that goes on. */
    RunOptions on(LocalDate date) {
        Setting moved = new Setting(setting.purpose(), setting.policy(), date, setting.actingUser());
        return new RunOptions(job, given, moved, mode, safety, dateFormat, home, directory, language);
    }
}
