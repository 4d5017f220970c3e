package io.almoner.intake;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Command;
import io.almoner.book.Command.BenefitReference;
import io.almoner.rules.Finding;

/** Turns the rows of one table into commands: one mapping function for each layout. */
public final class CommandReader {

    private final CellReader cells;
    private final String organisationColumn;
    private final String mpnColumn;
    private final Function<CellReader, @Nullable Command> mapping;

    private CommandReader(CellReader cells, SourceTable table, Function<CellReader, @Nullable Command> mapping) {
        this.cells = cells;
        this.organisationColumn = table.layout().column("OrgId").isPresent() ? "OrgId" : "";
        this.mpnColumn = table.layout().column("LocationMpnId").isPresent() ? "LocationMpnId" : "MpnId";
        this.mapping = mapping;
    }

    /**
     * A reader for a table.
     *
     * @param dateFormat of dates that are not ISO 8601; null when the user gave none
     * @throws IllegalArgumentException when no command is made of that layout
     */
    public static CommandReader of(
            SourceTable table, Vocabulary vocabulary, KeySealer sealer, @Nullable DateTimeFormatter dateFormat) {
        CellReader cells =
                new CellReader(table, new CellReader.ReadingRules(vocabulary, new Countries(), sealer, dateFormat));
        return new CommandReader(cells, table, mapping(table.layout().name()));
    }

    private static Function<CellReader, @Nullable Command> mapping(String layout) {
        return switch (layout) {
            case "pmc_locations" -> PmcMappings::location;
            case "pmc_individuals" -> PmcMappings::individual;
            case "user_roles" -> PmcMappings::role;
            case "pmc_benefits" -> PmcMappings::benefit;
            case "pmc_keys" -> PmcMappings::key;
            case "pmc_assignments" -> PmcMappings::seat;
            case "pmc_marketing_contacts" -> PmcMappings::contact;
            default -> throw new IllegalArgumentException("no command is made of " + layout);
        };
    }

    /** The column by whose MPN ID a row's organisation is found, where the row does not name the organisation. */
    public String mpnColumn() {
        return mpnColumn;
    }

    /** Reads a row of kind DATA; finds every problem of its cells. */
    public ParsedRow read(Row row) {
        cells.start(row);
        Command command = mapping.apply(cells);
        List<Finding> findings = List.copyOf(cells.findings());
        boolean refused = findings.stream().anyMatch(Finding::refuses);
        return new ParsedRow(
                cells.plain(organisationColumn), cells.plain(mpnColumn), refused ? null : command, command, findings);
    }

    /** The benefit that a row means; null when its cells do not say. */
    static @Nullable BenefitReference benefit(CellReader cells) {
        String mpnId = cells.mpnId("LocationMpnId");
        String order = cells.text("OrderNumber");
        String name = cells.text("BenefitName");
        return mpnId == null || name == null ? null : new BenefitReference(mpnId, order, name);
    }
}
