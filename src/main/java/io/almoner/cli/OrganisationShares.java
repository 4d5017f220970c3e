package io.almoner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;
import io.almoner.intake.SourceTable;
import io.almoner.intake.UnusableInputException;
import io.almoner.ledger.Ledger;
import io.almoner.ledger.LedgerAccess;
import io.almoner.returns.RowCounts;

/**
 * Counts what of a job's runs is about each organisation: the rows that were applied, as the audit trail has them, and those
 * that come back, as their own cells say. A row that names no organisation of the ledger is nobody's.
 */
final class OrganisationShares {

    private final LedgerAccess access;
    private final @Nullable String organisation;
    private final Intake intake = new Intake(Layouts.load());
    private final SortedMap<String, RowCounts> shares = new TreeMap<>();

    /** @param organisation whose rows those of tables are that name none; null when that is not said */
    OrganisationShares(LedgerAccess access, @Nullable String organisation) {
        this.access = access;
        this.organisation = organisation;
    }

    /** The shares by organisation (OrgId); none where nothing was applied or refused. */
    SortedMap<String, RowCounts> of(List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            attempt.run()
                    .flatMap(access.runs()::find)
                    .ifPresent(run ->
                            access.auditTrail().rowsByOrganisation(run).forEach((code, rows) -> add(code, rows, 0)));
            attempt.written("rejects").forEach(this::addRefused);
        }
        return shares;
    }

    private void add(String code, long applied, long refused) {
        shares.merge(
                code,
                new RowCounts(applied + refused, applied, 0, refused, 0),
                (one, other) -> new RowCounts(
                        one.read() + other.read(),
                        one.applied() + other.applied(),
                        0,
                        one.rejected() + other.rejected(),
                        0));
    }

    private void addRefused(Path rejects) {
        try {
            intake.identify(List.of(rejects), ReadOptions.DETECT).tables().forEach(this::addRefused);
        } catch (UnusableInputException e) {
            // what cannot be read again is told to those who get all of it, and to nobody else
        }
    }

    private void addRefused(SourceTable table) {
        try (RowCursor cursor = intake.open(table)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                if (row.kind() == Row.Kind.DATA) {
                    ownerOf(table, row).ifPresent(code -> add(code, 0, 1));
                }
            }
        }
    }

    private Optional<String> ownerOf(SourceTable table, Row row) {
        Ledger ledger = access.ledger();
        Optional<String> code = cell(table, "OrgId", row);
        if (code.isPresent()) {
            return code.filter(ledger.organisationCodes()::contains);
        }
        Optional<String> mpnId = cell(table, "LocationMpnId", row).or(() -> cell(table, "MpnId", row));
        return mpnId.isPresent()
                ? Optional.ofNullable(
                        ledger.organisationsOfMpnIds(List.of(mpnId.get())).get(mpnId.get()))
                : Optional.ofNullable(organisation);
    }

    private static Optional<String> cell(SourceTable table, String column, Row row) {
        int position = table.layout().column(column).isPresent() ? table.position(column) : -1;
        return position < 0 || position >= row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(position).strip()).filter(text -> !text.isEmpty());
    }
}
