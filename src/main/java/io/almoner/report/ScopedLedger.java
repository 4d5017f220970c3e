package io.almoner.report;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.ledger.HeldSeats.Span;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.SortOrder;

/**
 * The ledger as far as one report asks for it. Its statements see the organisations between {@code :first} and {@code
 * :last}, and the day {@code :on}; {@code by_name(column)} and {@code by_code(column)} sort alike on every database, see
 * {@link SortOrder}. Rows are fetched a thousand at a time. One report needs one transaction around its statements, which
 * also keeps the cursors open.
 */
final class ScopedLedger {

    private static final int ROWS_A_FETCH = 1000;
    private static final int NAMES = 3;

    private static final String ORGANISATIONS = """
            select organisation_id, name as organisation from organisation
            where organisation_id between :first and :last
            order by by_name(name), id
            fetch first :most rows only
            """;

    private static final String NAMESAKES = """
            select organisation_id, code from organisation
            where organisation_id between :first and :last and name in (
                select name from organisation
                where organisation_id between :first and :last
                group by name having count(*) > 1
            )
            """;

    private static final String ORGANISATION_COUNT =
            "select count(*) from organisation where organisation_id between :first and :last";

    private static final String ORGANISATION_ID = "select id from organisation where code = :code";

    private final Books books;
    private final Scope scope;
    private final Texts texts;
    private final Instant generatedAt;
    private final JdbcClient client;
    private final JdbcClient trail;
    private final Span span;
    private final OrganisationNames names;

    /** Of the ledger as it is. */
    ScopedLedger(LedgerAccess access, Scope scope, Texts texts, Instant generatedAt) {
        this(Books.of(access, access, texts.locale()), scope, texts, generatedAt);
    }

    /** @throws UnknownOrganisationException when the books have no organisation of that code */
    ScopedLedger(Books books, Scope scope, Texts texts, Instant generatedAt) {
        this.books = books;
        this.scope = scope;
        this.texts = texts;
        this.generatedAt = generatedAt;
        client = client(books.access());
        trail = client(books.trail());
        span = span(scope.organisation());
        names = new OrganisationNames(namesakes());
    }

    Scope scope() {
        return scope;
    }

    Texts texts() {
        return texts;
    }

    /** The books, for what the rules have to judge. */
    LedgerAccess access() {
        return books.access();
    }

    /** The ledger itself, for what only the runs and the audit trail tell. */
    LedgerAccess trail() {
        return books.trail();
    }

    /** The order of names, for those that are in memory. */
    Comparator<String> byName() {
        return books.order().names();
    }

    /** The organisations of the report, by identifier: all or one. */
    Span span() {
        return span;
    }

    OrganisationNames names() {
        return names;
    }

    private static JdbcClient client(LedgerAccess access) {
        JdbcTemplate jdbc = new JdbcTemplate(access.dataSource());
        jdbc.setFetchSize(ROWS_A_FETCH);
        return JdbcClient.create(jdbc);
    }

    /** A statement about the books. */
    JdbcClient.StatementSpec sql(String sql) {
        return scoped(client.sql(books.order().in(sql)));
    }

    /** A statement about the runs and what they found, which only the ledger itself has. */
    JdbcClient.StatementSpec trailSql(String sql) {
        return scoped(trail.sql(books.trailOrder().in(sql)));
    }

    private JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement) {
        return statement.param("first", span.first()).param("last", span.last()).param("on", scope.on());
    }

    /**
     * What every report says of itself.
     *
     * @param more filters of this report, in words
     */
    ReportHeader header(String... more) {
        List<String> filters = new ArrayList<>();
        if (books.isPast()) {
            filters.add(texts.text("filter.past", texts.day(scope.on())));
        }
        if (scope.organisation() != null) {
            filters.add(texts.text("filter.organisation", scope.organisation()));
        }
        filters.addAll(List.of(more));
        return new ReportHeader(
                sql(ORGANISATIONS)
                        .param("most", NAMES)
                        .query((row, n) -> names.of(row))
                        .list(),
                sql(ORGANISATION_COUNT).query(Long.class).single(),
                scope.on(),
                generatedAt,
                scope.policy().name(),
                filters);
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    private Map<Long, String> namesakes() {
        Map<Long, String> codes = new HashMap<>();
        sql(NAMESAKES).query(row -> {
            codes.put(row.getLong("organisation_id"), row.getString("code"));
        });
        return codes;
    }

    private Span span(@Nullable String organisation) {
        if (organisation == null) {
            return new Span(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        long id = client.sql(ORGANISATION_ID)
                .param("code", organisation)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new UnknownOrganisationException(unknown(organisation)));
        return new Span(id, id);
    }

    private String unknown(String organisation) {
        return books.isPast()
                ? "On " + scope.on() + " the ledger knew no organisation " + organisation + "."
                : "The ledger knows no organisation " + organisation + ". Give its OrgId as the files name it.";
    }
}
