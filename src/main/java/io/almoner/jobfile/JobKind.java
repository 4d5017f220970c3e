package io.almoner.jobfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a job file can start: each is the command of that name. */
public enum JobKind {
    MIGRATE,
    ASSIGN,
    RECONCILE,
    REPORT,
    EXPORT;

    /** The command, such as {@code assign}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for jobs that hold rows of files against the ledger. */
    public boolean readsRows() {
        return this == MIGRATE || this == ASSIGN || this == RECONCILE;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(JobKind::word).toList();
    }

    static Optional<JobKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
