package io.almoner.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.JobKind;
import io.almoner.jobfile.JobOption;
import io.almoner.jobfile.MailOrder;
import io.almoner.jobfile.Recipient;

/**
 * The languages of a job.
 *
 * @param usual those of everybody who names none, the first of them that of texts; never empty
 * @param all these, and those that somebody who gets reports names
 */
record Languages(List<String> usual, List<String> all) {

    private static final String ENGLISH = "en";

    /** @param given what goes before what the file says */
    static Languages of(JobFile job, Map<JobOption, String> given) {
        List<String> usual = usual(job, given.get(JobOption.LANGUAGE));
        Set<String> all = new LinkedHashSet<>(usual);
        MailOrder mail = job.mail();
        if (job.job() == JobKind.REPORT && mail != null) {
            Stream.concat(
                            mail.to().stream(),
                            mail.parts().organisations().values().stream().flatMap(List::stream))
                    .map(Recipient::language)
                    .filter(Objects::nonNull)
                    .forEach(all::add);
        }
        return new Languages(usual, new ArrayList<>(all));
    }

    private static List<String> usual(JobFile job, @Nullable String given) {
        if (given == null && !job.languages().isEmpty()) {
            return job.languages();
        }
        return List.of(Objects.requireNonNullElse(given, job.options().getOrDefault(JobOption.LANGUAGE, ENGLISH)));
    }

    /** The languages of what somebody gets, the first that of the mail. */
    List<String> of(Recipient recipient) {
        String named = recipient.language();
        return named == null ? usual : List.of(named);
    }
}
