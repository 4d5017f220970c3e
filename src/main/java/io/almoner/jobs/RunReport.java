package io.almoner.jobs;

import java.util.List;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.Ignored;
import io.almoner.intake.UnusableInputException;
import io.almoner.returns.PlanText;
import io.almoner.returns.Summary;
import io.almoner.rules.Finding;

/**
 * How a run ended, for whoever started it.
 *
 * @param summary the figures
 * @param exit what the command ends with
 * @param content what changed, or would
 * @param flagged how many findings of each code do not refuse a row
 * @param notable findings about the run as a whole
 * @param ignored what was left aside of the sources
 * @param message what stopped the run, for people; null when nothing did
 * @param unusable the source that cannot be used; null when there is none
 */
public record RunReport(
        Summary summary,
        ExitCode exit,
        PlanText.@Nullable Content content,
        SortedMap<String, Long> flagged,
        List<Finding> notable,
        List<Ignored> ignored,
        @Nullable String message,
        @Nullable UnusableInputException unusable) {

    /** The same with what stopped the run. */
    RunReport withMessage(String told) {
        return new RunReport(summary, exit, content, flagged, notable, ignored, told, unusable);
    }

    /** The same with other lines and codes. */
    RunReport with(PlanText.Content lines, SortedMap<String, Long> codes) {
        return new RunReport(summary, exit, lines, codes, notable, ignored, message, unusable);
    }

    /** The same with these files. */
    public RunReport withFiles(List<Summary.OutputFile> files) {
        return new RunReport(summary.withFiles(files), exit, content, flagged, notable, ignored, message, unusable);
    }
}
