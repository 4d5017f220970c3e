package io.almoner.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.almoner.rules.Finding;

/** A difference in the words of the catalogue. */
public final class DriftFinding {

    private static final String NOTHING = "\u2013";

    private DriftFinding() {}

    /**
     * The finding of a difference: its first argument says what it is about, the second which values differ, the third what
     * a row could mean.
     */
    public static Finding of(Drift drift) {
        Difference first =
                drift.differences().isEmpty() ? null : drift.differences().get(0);
        Finding finding = Finding.of(
                drift.situation().rule(),
                first == null ? null : first.field(),
                first == null ? null : first.there(),
                label(drift.subject()),
                drift.differences().stream().map(DriftFinding::values).collect(Collectors.joining("; ")),
                String.join(", ", drift.candidates()));
        return drift.variant() == null ? finding : finding.variant(drift.variant());
    }

    private static String values(Difference difference) {
        String here = difference.here() == null ? NOTHING : difference.here();
        return difference.field() + ": " + here + " / " + difference.there();
    }

    /** What a difference is about, in no language. */
    static String label(Subject subject) {
        List<String> parts = new ArrayList<>();
        parts.add(subject.order() == null ? subject.name() : subject.name() + " (" + subject.order() + ")");
        if (subject.person() != null && !subject.person().equals(subject.name())) {
            parts.add(subject.person());
        }
        if (subject.mark() != null) {
            parts.add(subject.mark());
        }
        return String.join(", ", parts);
    }
}
