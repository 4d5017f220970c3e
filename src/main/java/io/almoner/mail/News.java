package io.almoner.mail;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.almoner.returns.RowCounts;

/**
 * What there is to tell about a job.
 *
 * @param title what people call the job
 * @param status how it ended, in the word of the summary
 * @param rows how its rows ended; all nought when it has none
 * @param findings how many findings each code has
 * @param troubles what went wrong, for people
 * @param moved the files of the inbox, and where they stand now
 * @param files what it wrote and may go with the mail, the most wanted first
 * @param day when
 * @param runs the identifiers of its runs
 */
public record News(
        String title,
        String status,
        RowCounts rows,
        Map<String, Long> findings,
        List<String> troubles,
        Map<Path, Path> moved,
        List<Path> files,
        LocalDate day,
        List<String> runs) {}
