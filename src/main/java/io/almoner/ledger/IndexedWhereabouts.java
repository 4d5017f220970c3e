package io.almoner.ledger;

import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

import io.almoner.book.Holder;

/** Asks the database's own indexes. */
final class IndexedWhereabouts implements Whereabouts {

    private final JdbcTemplate jdbc;

    IndexedWhereabouts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(Connection connection, List<Place> places) {
        // the indexes do
    }

    @Override
    public Map<String, Holder> holders(Wanted wanted, Collection<String> texts) {
        Map<String, Holder> holders = new HashMap<>();
        String[] array = texts.toArray(String[]::new);
        jdbc.query(
                wanted.sqlByText(),
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("varchar", array)),
                (RowCallbackHandler) row -> holders.put(row.getString(1), Whereabouts.holder(row)));
        return holders;
    }
}
