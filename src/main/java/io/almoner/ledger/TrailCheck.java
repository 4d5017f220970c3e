package io.almoner.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Entity;

/** Compares the books with what their audit trail says that they are, a table at a time and in constant memory. */
public final class TrailCheck {

    private static final int ROWS_A_FETCH = 1_000;

    private final DataSource books;
    private final DataSource rebuilt;

    /** @param rebuilt the same books, made of nothing but the trail */
    public TrailCheck(LedgerAccess books, PastLedger rebuilt) {
        this.books = books.dataSource();
        this.rebuilt = rebuilt.access().dataSource();
    }

    /** Hears of an entity that is not what the trail says. */
    @FunctionalInterface
    public interface Differing {

        /**
         * One of both is there.
         *
         * @param kept as it stands in the books; null when it does not
         * @param told as the trail says it; null when it says that there is none
         */
        void entity(long organisationId, @Nullable Entity kept, @Nullable Entity told);
    }

    /** Tells everything that is otherwise. */
    public void compare(Differing differing) {
        try (Connection one = books.getConnection();
                Connection other = rebuilt.getConnection()) {
            // PostgreSQL streams only within a transaction
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            for (Table<?> table : Tables.ALL) {
                try (Side<?> kept = new Side<>(one, table);
                        Side<?> told = new Side<>(other, table)) {
                    compare(kept, told, differing);
                }
            }
            one.rollback();
            other.rollback();
            one.setAutoCommit(true);
            other.setAutoCommit(true);
        } catch (SQLException e) {
            throw new LedgerUnavailableException("The ledger cannot be compared with its audit trail.", e);
        }
    }

    private static void compare(Side<?> kept, Side<?> told, Differing differing) throws SQLException {
        while (kept.entity != null || told.entity != null) {
            int order = kept.compareTo(told);
            if (order == 0 && !Objects.equals(kept.entity, told.entity)) {
                differing.entity(kept.organisationId, kept.entity, told.entity);
            } else if (order < 0) {
                differing.entity(kept.organisationId, kept.entity, null);
            } else if (order > 0) {
                differing.entity(told.organisationId, null, told.entity);
            }
            if (order <= 0) {
                kept.advance();
            }
            if (order >= 0) {
                told.advance();
            }
        }
    }

    /** One of two tables, read in the order of its key. */
    private static final class Side<E extends Entity> implements AutoCloseable {

        private final PreparedStatement statement;
        private final ResultSet rows;
        private final EntityReader<E> reader;
        private long organisationId;
        private @Nullable Entity entity;

        Side(Connection connection, Table<E> table) throws SQLException {
            statement = connection.prepareStatement("select %s from %s order by organisation_id, id"
                    .formatted(String.join(", ", table.columnNames()), table.name()));
            statement.setFetchSize(ROWS_A_FETCH);
            rows = statement.executeQuery();
            reader = new EntityReader<>(table);
            advance();
        }

        void advance() throws SQLException {
            boolean more = rows.next();
            entity = more ? reader.read(rows) : null;
            organisationId = more ? rows.getLong(1) : Long.MAX_VALUE;
        }

        int compareTo(Side<?> other) {
            int byOrganisation = Long.compare(organisationId, other.organisationId);
            return byOrganisation == 0 ? Long.compare(id(), other.id()) : byOrganisation;
        }

        private long id() {
            return entity == null ? Long.MAX_VALUE : entity.id();
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
