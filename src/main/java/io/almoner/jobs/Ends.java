package io.almoner.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.almoner.intake.Identified;
import io.almoner.intake.UnusableInputException;
import io.almoner.ledger.Drifts;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.Run;
import io.almoner.ledger.StoredDrift;
import io.almoner.ledger.Tally;
import io.almoner.reconcile.ChangeLimit;
import io.almoner.reconcile.Situation;
import io.almoner.reconcile.Treatment;
import io.almoner.returns.PlanSymbol;
import io.almoner.returns.PlanText.BenefitUse;
import io.almoner.returns.PlanText.Content;
import io.almoner.returns.PlanText.Line;
import io.almoner.returns.Summary;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** The ways in which a run can end: each gives the summary, keeps it with the run, and says the exit code. */
final class Ends {

    /** A plan has a balance for each benefit that it touches, but for no more than these. */
    private static final int BALANCES = 10_000;

    /** Role gaps and seats at risk: whoever moves a company has to do something about each. */
    private static final List<Rule> LISTED = List.of(Rule.MIG_003, Rule.USR_003);

    private static final int LISTED_EACH = 6;
    private static final int RUNS_NAMED = 5;

    private final LedgerAccess access;
    private final RunRecord record;
    private final Identified identified;

    Ends(LedgerAccess access, RunRecord record, Identified identified) {
        this.access = access;
        this.record = record;
        this.identified = identified;
    }

    /**
     * What a rehearsal showed before it was taken back.
     *
     * @param figures what would become of the rows
     * @param uses the balances of the benefits that would be touched
     * @param notable findings about the run as a whole
     */
    record Tried(Figures figures, List<BenefitUse> uses, List<Finding> notable) {}

    Tried tried(Pass pass, Survey survey) {
        return tried(pass.view(), Figures.of(pass, survey, record.run().id()));
    }

    Tried tried(LedgerView view, Figures figures) {
        return new Tried(figures, balances(view), notable(view));
    }

    /** What is rehearsed is not in the ledger itself: there stands what was before. */
    private List<BenefitUse> balances(LedgerView view) {
        List<Tally.Use> touched = view.tally().touched(record.run().id(), BALANCES);
        Map<Long, Long> after = view.tally().held(touched);
        Map<Long, Long> before = access.view().tally().held(touched);
        return touched.stream()
                .map(use ->
                        balance(use, before.getOrDefault(use.benefitId(), 0L), after.getOrDefault(use.benefitId(), 0L)))
                .toList();
    }

    private static BenefitUse balance(Tally.Use use, long before, long after) {
        String name = use.organisationCode() + " " + use.mpnId() + " " + use.benefit();
        long peak = Math.max(Math.max(before, after), before + use.highest());
        return new BenefitUse(name, use.granted(), before, after, peak);
    }

    private List<Finding> notable(LedgerView view) {
        List<Finding> notable = new ArrayList<>();
        for (Rule rule : LISTED) {
            notable.addAll(view.sources().firstOf(record.run().id(), rule, LISTED_EACH));
        }
        notable.addAll(ofRun(view));
        return notable;
    }

    private List<Finding> ofRun(LedgerView view) {
        List<Finding> told = new ArrayList<>();
        view.sources().findings(record.run().id(), 0, row -> told.add(row.finding()));
        return told;
    }

    /** A dry run is through. */
    RunReport planned(Tried tried) {
        Figures figures = tried.figures();
        List<BenefitUse> uses = tried.uses();
        if (tried.notable().stream().anyMatch(Finding::refuses)) {
            return report(figures, Summary.Status.FAILED, ExitCode.FAILED, tried.notable(), uses);
        }
        ExitCode exit = figures.exit();
        Summary.Status status = exit == ExitCode.NO_RIGHT ? Summary.Status.REFUSED : Summary.Status.PLANNED;
        return report(figures, status, exit, tried.notable(), uses);
    }

    /** More rows were refused than allowed; nothing was applied. */
    RunReport stopped(Tried tried) {
        return stopped(tried.figures(), tried.notable());
    }

    RunReport stopped(Figures tried, List<Finding> notable) {
        Figures figures = tried.withoutApplying();
        if (figures.refusedForRights()) {
            return report(figures, Summary.Status.REFUSED, ExitCode.NO_RIGHT, notable, List.of());
        }
        String message = ("%,d of %,d rows would be refused, more than allowed (%s). Nothing was applied."
                        + " Correct the rows in your file, or allow more with --max-rejects.")
                .formatted(
                        figures.rows().rejected(),
                        figures.rows().read(),
                        record.options().safety());
        return reportWith(figures, Summary.Status.REFUSED, ExitCode.STOPPED_BY_SAFETY, message);
    }

    /** The run is through. */
    RunReport applied(Pass pass, Survey survey) {
        return applied(pass.view(), Figures.of(pass, survey, record.run().id()));
    }

    RunReport applied(LedgerView view, Figures figures) {
        List<Finding> notable = notable(view);
        if (notable.stream().anyMatch(Finding::refuses)) {
            return report(figures, Summary.Status.FAILED, ExitCode.FAILED, notable, List.of());
        }
        return report(figures, figures.status(), figures.exit(), notable, List.of());
    }

    /**
     * What a reconciliation came to, read before a rehearsal of it is taken back.
     *
     * @param figures what became of the rows
     * @param uses the balances of the benefits that would be touched; none when they are
     * @param groups what became of what was found
     * @param stopped the organisations of which too much would change; empty when of none
     * @param notable findings about the run as a whole
     */
    record Compared(
            Figures figures,
            List<BenefitUse> uses,
            Map<Drifts.Group, Long> groups,
            Optional<String> stopped,
            List<Finding> notable) {

        /** True when nothing was put right, and only for want of a right. */
        private boolean refusedForRights() {
            return figures.refusesOnlyForRights()
                    && groups.keySet().stream().anyMatch(group -> group.standing() == StoredDrift.Standing.REFUSED)
                    && groups.keySet().stream().noneMatch(group -> group.standing() == StoredDrift.Standing.FIXED);
        }

        /** How many differences of each code are left for somebody to do. */
        private SortedMap<String, Long> left() {
            SortedMap<String, Long> left = new TreeMap<>();
            groups.forEach((group, count) -> {
                if (group.standing() != StoredDrift.Standing.FIXED
                        && Treatment.valueOf(group.treatment()).needsSomebody()) {
                    left.merge(Situation.valueOf(group.situation()).rule().code(), count, Long::sum);
                }
            });
            notable.forEach(finding -> left.merge(finding.rule().code(), 1L, Long::sum));
            return left;
        }
    }

    Compared compared(LedgerView view, Figures figures) {
        boolean planned = record.options().mode() == RunOptions.Mode.PLAN;
        long run = record.run().id();
        return new Compared(
                figures,
                planned ? balances(view) : List.of(),
                view.drifts().groups(run),
                view.drifts().stopped(run),
                ofRun(view));
    }

    /** A reconciliation is through: somebody has to look at it when something is left to do. */
    RunReport reconciled(Compared compared) {
        Figures figures = compared.figures();
        if (compared.refusedForRights()) {
            return report(figures, Summary.Status.REFUSED, ExitCode.NO_RIGHT, List.of(), compared.uses());
        }
        SortedMap<String, Long> left = compared.left();
        boolean planned = record.options().mode() == RunOptions.Mode.PLAN;
        ExitCode exit = left.isEmpty() ? figures.exit() : ExitCode.NEEDS_A_LOOK;
        Summary.Status status = left.isEmpty() ? figures.status() : Summary.Status.DRIFT_FOUND;
        return report(figures, planned ? Summary.Status.PLANNED : status, exit, compared.notable(), compared.uses())
                .with(differing(left, content(figures, compared.uses())), toldElsewhere(figures.flagged()));
    }

    private static Content differing(SortedMap<String, Long> left, Content content) {
        List<Line> lines = new ArrayList<>();
        left.forEach((code, count) -> lines.add(new Line(PlanSymbol.DIFFERS, code, count)));
        lines.addAll(content.lines());
        return new Content(lines, content.benefits(), content.rows());
    }

    /** The differences stand in lines of their own. */
    private static SortedMap<String, Long> toldElsewhere(SortedMap<String, Long> flagged) {
        SortedMap<String, Long> others = new TreeMap<>(flagged);
        others.keySet().removeIf(code -> code.startsWith("REC-"));
        return others;
    }

    /** A reconciliation would have changed more of an organisation than allowed. */
    RunReport tooManyChanges(Figures figures, String organisations, ChangeLimit limit) {
        String message =
                ("More would be changed than allowed (%s): %s. Nothing was changed. See whether the export is whole"
                                + " and of that organisation; if it is right, allow more with --max-changes.")
                        .formatted(limit, organisations);
        return reportWith(figures.withoutApplying(), Summary.Status.REFUSED, ExitCode.STOPPED_BY_SAFETY, message);
    }

    /** A table cannot be read to its end. */
    RunReport unusable(UnusableInputException e) {
        Summary summary = record.end(Figures.none(), identified, Summary.Status.REFUSED, ExitCode.UNUSABLE_INPUT);
        return new RunReport(
                summary, ExitCode.UNUSABLE_INPUT, null, new TreeMap<>(), List.of(), identified.ignored(), null, e);
    }

    /** The plan was made for other files or for another state of the ledger. */
    RunReport stale(RunOptions.PlannedState plan) {
        String changed = plan.changedFiles().isEmpty()
                ? "The ledger has changed since the plan was made, by %s."
                        .formatted(access.runs().changing(plan.revision()).stream()
                                .map(Run::code)
                                .limit(RUNS_NAMED)
                                .collect(Collectors.joining(", ")))
                : "Changed since the plan was made: " + String.join(", ", plan.changedFiles()) + ".";
        return reportWith(
                Figures.none(),
                Summary.Status.REFUSED,
                ExitCode.STOPPED_BY_SAFETY,
                changed + " Nothing was applied. Make the plan again.");
    }

    /** Somebody asked the run to stop. */
    RunReport interrupted(Pass pass, Survey survey) {
        return interrupted(Figures.of(pass, survey, record.run().id()));
    }

    RunReport interrupted(Figures figures) {
        return reportWith(
                figures,
                Summary.Status.INTERRUPTED,
                ExitCode.INTERRUPTED,
                "Stopped after a commit. The same command goes on from there.");
    }

    /** Something failed; what was committed stays, and the same command goes on from there. */
    Summary failed(Pass pass, Survey survey) {
        return failed(Figures.of(pass, survey, record.run().id()));
    }

    Summary failed(Figures figures) {
        return record.end(figures, identified, Summary.Status.FAILED, ExitCode.FAILED);
    }

    private RunReport reportWith(Figures figures, Summary.Status status, ExitCode exit, String message) {
        return report(figures, status, exit, List.of(), List.of()).withMessage(message);
    }

    private RunReport report(
            Figures figures, Summary.Status status, ExitCode exit, List<Finding> notable, List<BenefitUse> uses) {
        Summary summary = record.end(figures, identified, status, exit);
        return new RunReport(
                summary, exit, content(figures, uses), figures.flagged(), notable, identified.ignored(), null, null);
    }

    private static Content content(Figures figures, List<BenefitUse> uses) {
        List<Line> lines = new ArrayList<>();
        figures.changes().forEach((word, count) -> lines.add(new Line(symbol(word), word, count)));
        figures.refusals().forEach((code, count) -> lines.add(new Line(PlanSymbol.REJECT, code, count)));
        if (figures.rows().unchanged() > 0) {
            lines.add(new Line(PlanSymbol.SAME, "unchanged", figures.rows().unchanged()));
        }
        return new Content(lines, uses, figures.rows());
    }

    private static PlanSymbol symbol(String word) {
        if (word.endsWith("_changed") || word.endsWith("_undone")) {
            return PlanSymbol.CHANGE;
        }
        return word.endsWith("_removed") ? PlanSymbol.REMOVE : PlanSymbol.CREATE;
    }
}
