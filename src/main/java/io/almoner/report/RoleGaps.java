package io.almoner.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Role;
import io.almoner.report.Chart.Piece;
import io.almoner.report.RoleGapsQuery.Admin;
import io.almoner.report.RoleGapsQuery.AtRisk;
import io.almoner.report.RoleGapsQuery.Gap;

/** The report about what the move took: rights of PMC, Global admins that lack, and seats of personal accounts. */
final class RoleGaps {

    private static final int BARS = 8;

    private final ScopedLedger ledger;
    private final RoleGapsQuery query;
    private final Texts texts;
    private final Map<String, Lost> byOrganisation = new LinkedHashMap<>();

    private RoleGaps(ScopedLedger ledger) {
        this.ledger = ledger;
        this.query = new RoleGapsQuery(ledger);
        this.texts = ledger.texts();
    }

    static Report read(ScopedLedger ledger) {
        return new RoleGaps(ledger).report();
    }

    /** Rights that the people of one organisation lost, by whether they have a role now. */
    private record Lost(String organisation, long open, long closed) {

        Lost plus(Gap gap) {
            return gap.roles().isEmpty()
                    ? new Lost(organisation, open + 1, closed)
                    : new Lost(organisation, open, closed + 1);
        }
    }

    private Report report() {
        try (Stream<Gap> gaps = query.gaps()) {
            gaps.forEach(gap -> byOrganisation.merge(
                    gap.organisation(), new Lost(gap.organisation(), 0, 0).plus(gap), (sum, one) -> sum.plus(gap)));
        }
        RoleGapsQuery.Counts counts = query.counts();
        return new Report(
                "role-gaps",
                ledger.header(),
                counts.organisations(),
                figures(counts),
                List.of(texts.text("role-gaps.counting")),
                List.of(Chart.bars(texts.text("role-gaps.chart", BARS), bars())),
                List.of(gaps(), atRisk(), admins()),
                Map.of(),
                steps(counts));
    }

    private List<Figure> figures(RoleGapsQuery.Counts counts) {
        RoleGapsQuery.People people = query.people();
        return List.of(
                Figure.onCover("people", texts.text("figure.lostRight"), people.all(), null),
                Figure.onCover("withoutRole", texts.text("figure.withoutRole"), people.withoutRole(), null),
                Figure.onCover("rights", texts.text("figure.rights"), rights(), null),
                Figure.onCover(
                        "withoutAdmin",
                        texts.text("figure.withoutAdmin"),
                        counts.withoutAdmin(),
                        texts.text("figure.ofOrganisations", counts.organisations())),
                Figure.onCover("accounts", texts.text("figure.personalAccounts"), counts.accounts(), null),
                Figure.onCover("seats", texts.text("figure.seatsAtRisk"), counts.seats(), null));
    }

    private List<String> steps(RoleGapsQuery.Counts counts) {
        return new Steps(texts)
                .when(counts.withoutAdmin(), "role-gaps.step.admin")
                .when(query.people().withoutRole(), "role-gaps.step.role")
                .when(counts.accounts(), "role-gaps.step.accounts", counts.seats())
                .all();
    }

    private long rights() {
        return byOrganisation.values().stream()
                .mapToLong(lost -> lost.open() + lost.closed())
                .sum();
    }

    /** One bar for each of the organisations where most is to be done. */
    private List<Piece> bars() {
        List<Piece> bars = new ArrayList<>();
        byOrganisation.values().stream()
                .sorted(Comparator.comparing(Lost::open)
                        .thenComparing(Lost::closed)
                        .reversed()
                        .thenComparing(Lost::organisation, ledger.byName()))
                .limit(BARS)
                .forEach(lost -> {
                    bars.add(new Piece(texts.text("role-gaps.open"), lost.organisation(), lost.open()));
                    bars.add(new Piece(texts.text("role-gaps.closed"), lost.organisation(), lost.closed()));
                });
        return bars;
    }

    private Table<Gap> gaps() {
        List<Field<Gap>> fields = List.of(
                Field.text("organisation", 28, Gap::organisation),
                Field.text("person", 26, gap -> gap.person().name()),
                Field.text("email", 34, gap -> gap.person().email()),
                Field.text("right", 14, gap -> texts.word("right", gap.right())),
                Field.text("location", 12, Gap::mpnId),
                Field.text(
                        "contactRole",
                        26,
                        gap -> gap.contactRole() == null ? null : texts.word("contactRole", gap.contactRole())),
                Field.day("since", 12, Gap::since),
                Field.text("account", 14, gap -> account(gap.person())),
                Field.text("roles", 40, this::roles));
        return Table.detail("GAPS", texts, query::gaps, fields);
    }

    private String roles(Gap gap) {
        return gap.roles().isEmpty()
                ? texts.text("role-gaps.none")
                : gap.roles().stream().map(Role::label).collect(Collectors.joining(", "));
    }

    private Table<AtRisk> atRisk() {
        List<Field<AtRisk>> fields = List.of(
                Field.text("organisation", 28, AtRisk::organisation),
                Field.text("person", 26, seat -> seat.person().name()),
                Field.text("email", 34, seat -> seat.person().email()),
                Field.text("benefit", 40, AtRisk::benefit),
                Field.text("level", 16, AtRisk::level),
                Field.day("since", 12, AtRisk::since),
                Field.day("seatUntil", 12, AtRisk::until));
        return Table.detail("AT_RISK", texts, query::atRisk, fields);
    }

    /** An organisation without a Global admin has a line of its own, which says so. */
    private Table<Admin> admins() {
        List<Field<Admin>> fields = List.of(
                Field.text("organisation", 28, Admin::organisation),
                Field.text(
                        "person",
                        26,
                        admin -> admin.person() == null
                                ? texts.text("role-gaps.nobody")
                                : admin.person().name()),
                Field.text(
                        "email",
                        34,
                        admin -> admin.person() == null ? null : admin.person().email()),
                Field.text("scope", 18, admin -> scope(admin)),
                Field.text("account", 14, admin -> admin.person() == null ? null : account(admin.person())),
                Field.text("movedBy", 34, Admin::movedBy));
        return Table.detail("ADMINS", texts, query::admins, fields);
    }

    private @Nullable String scope(Admin admin) {
        if (admin.person() == null) {
            return null;
        }
        return admin.mpnId() == null ? texts.text("scope.COMPANY") : admin.mpnId();
    }

    private String account(RoleGapsQuery.Person person) {
        return texts.text(person.enabled() ? "account.ENABLED" : "account.DISABLED");
    }
}
