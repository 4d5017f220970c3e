package io.almoner.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

import io.almoner.book.Holder;

/**
 * Remembers where such texts went, in memory and as one row a commit; for the database that one process has alone. What
 * it remembers may be out of date, of a transaction rolled back even, so every answer is checked in the tables.
 */
final class RememberedWhereabouts implements Whereabouts {

    private static final int BYTES = 3 * Long.BYTES;

    private final JdbcTemplate jdbc;
    private @Nullable PlaceMap places;

    RememberedWhereabouts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public synchronized void note(Connection connection, List<Place> added) throws SQLException {
        PlaceMap known = known(); // before anything is added: what another thread has not committed could not be read
        ByteBuffer bytes = ByteBuffer.allocate(added.size() * BYTES);
        for (Place place : added) {
            bytes.putLong(place.hash()).putLong(place.organisationId()).putLong(place.id());
            known.add(place);
        }
        long id = new Counters(connection).take("whereabouts", 1);
        Batch.run(
                connection,
                "insert into whereabouts (id, places) values (?, ?)",
                List.of(ColumnType.NUMBER, ColumnType.BYTES),
                List.<@Nullable Object[]>of(new @Nullable Object[] {id, bytes.array()}));
    }

    @Override
    public synchronized Map<String, Holder> holders(Wanted wanted, Collection<String> texts) {
        PlaceMap known = known();
        List<Long> organisationIds = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (String text : texts) {
            known.find(Place.hash(wanted.table(), text), (organisationId, id) -> {
                organisationIds.add(organisationId);
                ids.add(id);
            });
        }
        Map<String, Holder> holders = ids.isEmpty() ? Map.of() : checked(wanted, organisationIds, ids);
        return only(texts, holders);
    }

    /** What an entity has now need not be what it was found by. */
    private static Map<String, Holder> only(Collection<String> texts, Map<String, Holder> holders) {
        Map<String, Holder> only = new HashMap<>();
        for (String text : texts) {
            Holder holder = holders.get(text);
            if (holder != null) {
                only.put(text, holder);
            }
        }
        return only;
    }

    private Map<String, Holder> checked(Wanted wanted, List<Long> organisationIds, List<Long> ids) {
        Map<String, Holder> holders = new HashMap<>();
        jdbc.query(
                wanted.sqlByPlace(),
                statement -> {
                    statement.setObject(1, organisationIds.toArray(Long[]::new));
                    statement.setObject(2, ids.toArray(Long[]::new));
                },
                (RowCallbackHandler) row -> holders.put(row.getString(1), Whereabouts.holder(row)));
        return holders;
    }

    private PlaceMap known() {
        PlaceMap known = places;
        if (known == null) {
            PlaceMap read = new PlaceMap();
            jdbc.query("select places from whereabouts order by id", (RowCallbackHandler)
                    row -> read(row.getBytes(1), read));
            places = read;
            known = read;
        }
        return known;
    }

    private static void read(byte[] block, PlaceMap into) {
        ByteBuffer bytes = ByteBuffer.wrap(block);
        while (bytes.hasRemaining()) {
            into.add(new Place(bytes.getLong(), bytes.getLong(), bytes.getLong()));
        }
    }
}
