package io.almoner.jobfile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options that a job file may give: each is an option of the command. */
public enum JobOption {
    POLICY("policy", Form.POLICY, Reach.JUDGING),
    ON("on", Form.DATE, Reach.JUDGING),
    ORG("org", Form.TEXT, Reach.EVERY),
    DRY_RUN("dry-run", Form.FLAG, Reach.ROWS),
    ALL_OR_NOTHING("all-or-nothing", Form.FLAG, Reach.ROWS),
    MAX_REJECTS("max-rejects", Form.MAX_REJECTS, Reach.ROWS),
    FIX("fix", Form.FLAG, Reach.RECONCILING),
    TREAT("treat", Form.TREATMENTS, Reach.RECONCILING),
    PROTECT("protect", Form.PROTECTIONS, Reach.RECONCILING),
    MAX_CHANGES("max-changes", Form.MAX_CHANGES, Reach.RECONCILING),
    TOLERANCE("tolerance", Form.WHOLE_DAYS, Reach.RECONCILING),
    DATE_FORMAT("date-format", Form.TEXT, Reach.ROWS),
    ENCODING("encoding", Form.TEXT, Reach.ROWS),
    DELIMITER("delimiter", Form.TEXT, Reach.ROWS),
    SHEET("sheet", Form.TEXT, Reach.ROWS),
    FORMAT("format", Form.REPORT_FORMATS, Reach.WRITING),
    PAPER("paper", Form.PAPER, Reach.REPORTS),
    WITHIN("within", Form.DAYS, Reach.REPORTS),
    LANGUAGE("language", Form.LANGUAGE, Reach.EVERY),
    OUT("out", Form.PATH, Reach.EVERY);

    private final String word;
    private final Form form;
    private final Reach reach;

    /** The jobs to which an option means something. */
    private enum Reach {
        EVERY,
        /** Those that take rows through the ledger. */
        ROWS,
        /** Those that compare them. */
        RECONCILING,
        /** Those that look at the ledger on a day, under a policy. */
        JUDGING,
        /** Those that write files for people. */
        WRITING,
        REPORTS
    }

    JobOption(String word, Form form, Reach reach) {
        this.word = word;
        this.form = form;
        this.reach = reach;
    }

    /** What it is called in a job file. */
    public String word() {
        return word;
    }

    /** What it is called on a command line. */
    public String flag() {
        return this == LANGUAGE ? "--lang" : "--" + word;
    }

    /** Parts the values of an option that a command line gives once for each. */
    public static final String SEPARATOR = "\n";

    /** True for options of which each value is given by itself on a command line. */
    public boolean isRepeated() {
        return form == Form.TREATMENTS || form == Form.PROTECTIONS;
    }

    /** True for options that are given on a command line by their name alone. */
    public boolean isFlag() {
        return form == Form.FLAG;
    }

    /** Whether it means something to such a job. */
    public boolean fits(JobKind job) {
        return switch (reach) {
            case EVERY -> true;
            case ROWS -> job.readsRows();
            case RECONCILING -> job == JobKind.RECONCILE;
            case JUDGING -> job != JobKind.EXPORT;
            case WRITING -> !job.readsRows() || job == JobKind.RECONCILE;
            case REPORTS -> job == JobKind.REPORT;
        };
    }

    Form form(JobKind job) {
        return this == FORMAT && job == JobKind.EXPORT ? Form.EXPORT_FORMATS : form;
    }

    static Optional<JobOption> of(String word) {
        return Arrays.stream(values())
                .filter(option -> option.word.equals(word))
                .findFirst();
    }

    static List<String> words(JobKind job) {
        return Arrays.stream(values())
                .filter(option -> option.fits(job))
                .map(JobOption::word)
                .toList();
    }
}
