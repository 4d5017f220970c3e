package io.almoner.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.book.Entity;
import io.almoner.book.Holder;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;

/**
 * The books of all organisations, in a database. Everything goes in and out in bulk: a call costs the same few
 * statements however much it asks for. Calls join the surrounding Spring transaction, if there is one.
 */
public final class Ledger {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Dialect dialect;
    private final Whereabouts whereabouts;

    Ledger(DataSource dataSource, Dialect dialect) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(1000);
        this.client = JdbcClient.create(jdbc);
        this.dialect = dialect;
        this.whereabouts = dialect.whereabouts(jdbc);
    }

    /** The organisations of identifiers as they stand in the files (OrgId); those that nobody knows are absent. */
    public Map<String, Long> organisationsOfCodes(Collection<String> codes) {
        return found("select code, organisation_id from organisation where code = any (?)", codes);
    }

    /** Every organisation (OrgId), in ascending order of Unicode. */
    public List<String> organisationCodes() {
        return client.sql("select code from organisation").query(String.class).list().stream()
                .sorted()
                .toList();
    }

    /** The organisations (OrgId) that MPN IDs belong to; those that nobody knows are absent. */
    public Map<String, String> organisationsOfMpnIds(Collection<String> mpnIds) {
        Map<String, String> found = new HashMap<>();
        query("""
                select l.mpn_id, o.code
                from location l join organisation o on o.organisation_id = l.organisation_id
                where l.mpn_id = any (?)
                """, "varchar", mpnIds.toArray(String[]::new), row -> found.put(row.getString(1), row.getString(2)));
        return found;
    }

    /** The books of organisations, their entities in the order of their keys; unknown organisations are absent. */
    public Map<Long, OrgBook> load(Collection<Long> organisationIds) {
        Map<Long, OrgBook> books = new LinkedHashMap<>();
        if (!organisationIds.isEmpty()) {
            Long[] ids = organisationIds.toArray(Long[]::new);
            Tables.ALL.forEach(table -> load(table, ids, books));
        }
        return books;
    }

    /** Who has the product keys of these fingerprints; keys that nobody has are absent. */
    public Map<String, Holder> holdersOfKeys(Collection<String> fingerprints) {
        return holders(Wanted.KEYS, fingerprints);
    }

    /** Who has the subscriptions of these GUIDs, given in lower case; those that nobody has are absent. */
    public Map<String, Holder> holdersOfGuids(Collection<String> guids) {
        return holders(Wanted.SEATS, guids);
    }

    /**
     * Writes a commit within the surrounding transaction: the books' tables, the audit trail, outcomes, findings and
     * where the identifiers stand. An entity whose first change has no {@code before} must be new to the ledger.
     */
    public void write(Commit commit) {
        jdbc.execute((Connection connection) -> {
            new CommitWriter(connection, dialect, whereabouts).write(commit);
            return true;
        });
    }

    /** The highest key of the audit trail, 0 when it is empty: another revision is another state of the books. */
    public long revision() {
        Long highest = client.sql("select max(id) from audit_change")
                .query(Long.class)
                .optional()
                .orElse(null);
        return highest == null ? 0 : highest;
    }

    /**
     * Surrogate keys from where the last commit left them. Ask once, when a run begins or goes on; its commits say where
     * they stand.
     */
    public Identifiers identifiers() {
        Long next = client.sql("select next_value from counter where name = 'entity'")
                .query(Long.class)
                .single();
        return new Identifiers(next);
    }

    /** Waits until everything committed would survive a power failure; to be called before a run says that it is done. */
    public void flush() {
        jdbc.execute((Connection connection) -> {
            dialect.flush(connection);
            return true;
        });
    }

    private <E extends Entity> void load(Table<E> table, Long[] ids, Map<Long, OrgBook> books) {
        String sql = "select %s from %s where organisation_id = any (?) order by organisation_id, id"
                .formatted(String.join(", ", table.columnNames()), table.name());
        EntityReader<E> reader = new EntityReader<>(table);
        query(sql, "bigint", ids, row -> {
            long organisationId = row.getLong(1);
            E entity = reader.read(row);
            if (entity instanceof Organisation organisation) {
                books.put(organisationId, new OrgBook(organisation.code()));
            }
            OrgBook book = books.get(organisationId);
            if (book == null) {
                throw new SQLException("%s %d belongs to no organisation".formatted(table.name(), entity.id()));
            }
            book.put(entity);
        });
    }

    private Map<String, Long> found(String sql, Collection<String> names) {
        Map<String, Long> found = new HashMap<>();
        query(sql, "varchar", names.toArray(String[]::new), row -> found.put(row.getString(1), row.getLong(2)));
        return found;
    }

    private Map<String, Holder> holders(Wanted wanted, Collection<String> texts) {
        return texts.isEmpty() ? Map.of() : whereabouts.holders(wanted, texts);
    }

    private void query(String sql, String type, Object[] keys, RowCallbackHandler rows) {
        if (keys.length > 0) {
            jdbc.query(
                    sql,
                    statement -> statement.setArray(1, statement.getConnection().createArrayOf(type, keys)),
                    rows);
        }
    }
}
