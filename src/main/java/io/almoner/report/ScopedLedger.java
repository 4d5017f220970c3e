package io.almoner.report;

import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

import io.almoner.ledger.LedgerAccess;

/**
 * The ledger as far as one report asks for it. Its statements see the organisations between {@code :first} and {@code
 * :last}, and the day {@code :on}; {@code %1$s} after a name makes every database sort it alike. Rows are fetched a
 * thousand at a time. One report needs one transaction around its statements, which also keeps the cursors open.
 */
final class ScopedLedger {

    private static final int ROWS_A_FETCH = 1000;
    private static final int NAMES = 3;

    private static final String ORGANISATIONS = """
            select organisation_id, name as organisation from organisation
            where organisation_id between :first and :last
            order by name %1$s, id
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

    private final LedgerAccess access;
    private final Scope scope;
    private final Texts texts;
    private final Instant generatedAt;
    private final JdbcClient client;
    private final String order;
    private final Span span;
    private final OrganisationNames names;

    /** @throws ReportException when the ledger has no organisation of that code */
    ScopedLedger(LedgerAccess access, Scope scope, Texts texts, Instant generatedAt) {
        this.access = access;
        this.scope = scope;
        this.texts = texts;
        this.generatedAt = generatedAt;
        JdbcTemplate jdbc = new JdbcTemplate(access.dataSource());
        jdbc.setFetchSize(ROWS_A_FETCH);
        client = JdbcClient.create(jdbc);
        // names in the same order on every database, whatever language it was made for
        order = nameOf(access.dataSource()).equals("PostgreSQL") ? "collate \"C\"" : "";
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
        return access;
    }

    OrganisationNames names() {
        return names;
    }

    JdbcClient.StatementSpec sql(String sql) {
        return client.sql(sql.formatted(order))
                .param("first", span.first())
                .param("last", span.last())
                .param("on", scope.on());
    }

    /**
     * What every report says of itself.
     *
     * @param more filters of this report, in words
     */
    ReportHeader header(String... more) {
        List<String> filters = new ArrayList<>();
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
                .orElseThrow(() -> new ReportException(
                        "The ledger knows no organisation " + organisation + ". Give its OrgId as the files name it."));
        return new Span(id, id);
    }

    /** The organisations of a report, by identifier: all or one. */
    private record Span(long first, long last) {}

    private static String nameOf(DataSource ledger) {
        try {
            return JdbcUtils.extractDatabaseMetaData(ledger, DatabaseMetaData::getDatabaseProductName);
        } catch (MetaDataAccessException e) {
            throw new ReportException("The ledger does not answer: " + e.getMessage(), e);
        }
    }
}
