package io.almoner.book;

import java.util.List;
import java.util.function.Consumer;

import io.almoner.book.Command.GrantRole;
import io.almoner.book.Command.RecordBenefit;
import io.almoner.book.Command.RecordContact;
import io.almoner.book.Command.RecordIndividual;
import io.almoner.book.Command.RecordKey;
import io.almoner.book.Command.RecordLocation;
import io.almoner.book.Command.RecordSeat;
import io.almoner.book.Command.TakeOver;
import io.almoner.rules.Finding;

/**
 * Decides the commands of a migration: references first, then the mover's right, then state and capacity. Where the mover
 * has no right, what refused rows would have brought is missing by consequence and is not held against the row.
 */
final class Recording implements Command.Cases<Decision> {

    private final Case current;

    Recording(Case current) {
        this.current = current;
    }

    @Override
    public Decision recordLocation(RecordLocation command) {
        Verdict verdict = current.verdict();
        verdict.found(LocationDecision.references(current, command));
        if (!verdict.refused()) {
            verdict.found(Judge.moverRight(current));
        }
        if (!verdict.refused()) {
            LocationDecision.record(current, command, verdict);
        }
        return verdict.decision();
    }

    @Override
    public Decision recordIndividual(RecordIndividual command) {
        return at(command.mpnId(), verdict -> IndividualDecision.record(current, command, verdict));
    }

    @Override
    public Decision grantRole(GrantRole command) {
        return allowed(verdict -> RoleDecision.record(current, command, verdict));
    }

    @Override
    public Decision recordBenefit(RecordBenefit command) {
        return at(command.mpnId(), verdict -> BenefitDecision.record(current, command, verdict));
    }

    @Override
    public Decision recordKey(RecordKey command) {
        return at(command.benefit().mpnId(), verdict -> KeyDecision.record(current, command, verdict));
    }

    @Override
    public Decision recordSeat(RecordSeat command) {
        return at(command.benefit().mpnId(), verdict -> SeatDecision.record(current, command, verdict));
    }

    @Override
    public Decision recordContact(RecordContact command) {
        return allowed(verdict -> ContactDecision.record(current, command, verdict));
    }

    @Override
    public Decision takeOver(TakeOver command) {
        return new TakingOver(current).decide(command.proposed());
    }

    /** What a portal shows of something is no order to change it: only a reconciliation makes anything of it. */
    @Override
    public Decision sighting(Sighting sighting) {
        return current.verdict().decision();
    }

    @Override
    public Decision wish(Wish wish) {
        return wish.match(new Granting(current));
    }

    private Decision at(String mpnId, Consumer<Verdict> recording) {
        if (!current.isPlanned(mpnId)) {
            Verdict verdict = current.verdict();
            current.location(mpnId, "LocationMpnId", verdict);
            return verdict.decision();
        }
        return allowed(recording);
    }

    private Decision allowed(Consumer<Verdict> recording) {
        Verdict verdict = current.verdict();
        List<Finding> right = Judge.moverRight(current);
        verdict.found(right);
        if (right.isEmpty()) {
            recording.accept(verdict);
        }
        return verdict.decision();
    }
}
