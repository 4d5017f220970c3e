package io.almoner.ledger;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.book.Entity;

/** What stands in the tables of the books, whichever database they are in. */
final class BookTables {

    private BookTables() {}

    /** Every entity and its organisation, table by table and in the order of their keys. */
    static List<String> of(LedgerAccess access) {
        List<String> all = new ArrayList<>();
        Tables.ALL.forEach(table -> all.addAll(rows(access, table)));
        return all;
    }

    private static <E extends Entity> List<String> rows(LedgerAccess access, Table<E> table) {
        EntityReader<E> reader = new EntityReader<>(table);
        String sql = "select %s from %s order by organisation_id, id"
                .formatted(String.join(", ", table.columnNames()), table.name());
        return JdbcClient.create(access.dataSource())
                .sql(sql)
                .query((row, number) -> row.getLong(1) + " " + reader.read(row))
                .list();
    }
}
