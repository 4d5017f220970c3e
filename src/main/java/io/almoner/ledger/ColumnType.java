package io.almoner.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/** How a value of a column is given to the database and taken from it. */
enum ColumnType {
    /** A {@link Long}; a column of any integer type. */
    NUMBER(Types.BIGINT) {
        @Override
        void bindValue(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setLong(index, (Long) value);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            long value = row.getLong(index);
            return row.wasNull() ? null : value;
        }
    },
    /** A {@link String}. */
    TEXT(Types.VARCHAR) {
        @Override
        void bindValue(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, (String) value);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            return row.getString(index);
        }
    },
    /** A {@link LocalDate}. */
    DATE(Types.DATE) {
        @Override
        void bindValue(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, value);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            return row.getObject(index, LocalDate.class);
        }
    },
    /** A {@link Boolean}. */
    FLAG(Types.BOOLEAN) {
        @Override
        void bindValue(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBoolean(index, (Boolean) value);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            boolean value = row.getBoolean(index);
            return row.wasNull() ? null : value;
        }
    },
    /** An {@link Instant}, to the microsecond. */
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        void bindValue(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, ((Instant) value).atOffset(ZoneOffset.UTC));
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }
    },
    /** A {@code byte[]}. */
    BYTES(Types.BINARY) {
        @Override
        void bindValue(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBytes(index, (byte[]) value);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            return row.getBytes(index);
        }
    };

    private final int sqlType;

    ColumnType(int sqlType) {
        this.sqlType = sqlType;
    }

    abstract void bindValue(PreparedStatement statement, int index, Object value) throws SQLException;

    /** The value of the current row, null when the database has none. */
    abstract @Nullable Object read(ResultSet row, int index) throws SQLException;

    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, sqlType);
        } else {
            bindValue(statement, index, value);
        }
    }
}
