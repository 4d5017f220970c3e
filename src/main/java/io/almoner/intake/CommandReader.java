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

    /** The columns by which a row's organisation is found. */
    private static final List<String> NAMING = List.of("OrgId", "LocationMpnId", "MpnId");

    private final CellReader cells;
    private final String organisationColumn;
    private final String mpnColumn;
    private final @Nullable String defaultOrganisation;
    private final Function<CellReader, @Nullable Command> mapping;

    private CommandReader(
            CellReader cells,
            SourceTable table,
            @Nullable String defaultOrganisation,
            Function<CellReader, @Nullable Command> mapping) {
        this.cells = cells;
        this.defaultOrganisation = namesItsOrganisation(table) ? null : defaultOrganisation;
        this.organisationColumn = table.layout().column("OrgId").isPresent() ? "OrgId" : "";
        this.mpnColumn = table.layout().column("LocationMpnId").isPresent() ? "LocationMpnId" : "MpnId";
        this.mapping = mapping;
    }

    /**
     * A reader for a table.
     *
     * @param reading how cells are read
     * @throws IllegalArgumentException when no command is made of that layout
     */
    public static CommandReader of(SourceTable table, Vocabulary vocabulary, KeySealer sealer, Reading reading) {
        CellReader cells = new CellReader(
                table, new CellReader.ReadingRules(vocabulary, new Countries(), sealer, reading.dateFormat()));
        return new CommandReader(
                cells, table, reading.organisation(), mapping(table.layout().name()));
    }

    /**
     * What the user said of how tables are to be read.
     *
     * @param dateFormat of dates that are not ISO 8601; null when none was given
     * @param organisation the organisation (OrgId) of tables that name none; null when that is not known
     */
    public record Reading(
            @Nullable DateTimeFormatter dateFormat,
            @Nullable String organisation) {}

    /** Whether the rows of a table say themselves which organisation they belong to. */
    public static boolean namesItsOrganisation(SourceTable table) {
        return NAMING.stream()
                .anyMatch(column -> table.layout().column(column).isPresent() && table.position(column) >= 0);
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
            case "vs_export" -> SightingMappings::subscription;
            case "keys_export" -> SightingMappings::claimedKey;
            case "bulk_assignments" -> WishMappings::bulk;
            case "vs_bulk_add" -> WishMappings::visualStudio;
            case "entra_users" -> WishMappings::entraUser;
            case "aad_bulk_create" -> WishMappings::newUser;
            case "customer_users" -> WishMappings::customerUser;
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
        String organisation = defaultOrganisation == null ? cells.plain(organisationColumn) : defaultOrganisation;
        return new ParsedRow(organisation, cells.plain(mpnColumn), refused ? null : command, command, findings);
    }

    /** The benefit that a row means; null when its cells do not say. */
    static @Nullable BenefitReference benefit(CellReader cells) {
        String mpnId = cells.mpnId("LocationMpnId");
        String order = cells.text("OrderNumber");
        String name = cells.text("BenefitName");
        return mpnId == null || name == null ? null : new BenefitReference(mpnId, order, name);
    }
}
