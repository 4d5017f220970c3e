package io.almoner.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.book.ProductKey;

/** The keys that runs had shown, as their committed changes tell. */
public final class ShownKeys {

    private static final int PAGE = 2_000;

    private final JdbcClient client;

    ShownKeys(DataSource dataSource) {
        client = JdbcClient.create(dataSource);
    }

    /** How often a run had a key shown; not less than the number of its keys. */
    public long count(long runId) {
        return client.sql("""
                        select count(*)
                        from run r join audit_change c on c.id between r.first_change and r.last_change
                        where r.id = :run and c.run_id = :run and c.kind in ('KEY_REVEALED', 'KEY_SHOWN')
                        """).param("run", runId).query(Long.class).single();
    }

    /**
     * Tells the keys that a run had shown, in the order in which they were asked for and a page at a time. A key that
     * several rows asked for is told once, for the first of them.
     */
    public void tell(long runId, Consumer<ShownKey> keys) {
        BitSet told = new BitSet(); // surrogate keys have no gaps, so that a million of them take little room
        long after = 0;
        List<Stored> page;
        do {
            page = page(runId, after);
            for (Stored stored : page) {
                int id = Math.toIntExact(stored.shown().key().id());
                if (!told.get(id)) {
                    told.set(id);
                    keys.accept(stored.shown());
                }
                after = stored.changeId();
            }
        } while (page.size() == PAGE);
    }

    private record Stored(long changeId, ShownKey shown) {}

    private List<Stored> page(long runId, long after) {
        return client.sql("""
                        select c.id, c.entity_id, c.after_json, c.row_no, s.name as source_name,
                               o.code, o.name as organisation_name, l.mpn_id, p.order_number,
                               b.name as benefit_name, b.special_instructions, b.download_links
                        from run r
                        join audit_change c on c.id between r.first_change and r.last_change
                        join organisation o on o.organisation_id = c.organisation_id
                        join product_key k on k.organisation_id = c.organisation_id and k.id = c.entity_id
                        join benefit b on b.organisation_id = k.organisation_id and b.id = k.benefit_id
                        join location l on l.organisation_id = b.organisation_id and l.id = b.location_id
                        join purchase_order p on p.organisation_id = b.organisation_id and p.id = b.order_id
                        left join source s on s.id = c.source_id
                        where r.id = :run and c.run_id = :run and c.id > :after
                          and c.kind in ('KEY_REVEALED', 'KEY_SHOWN')
                        order by c.id
                        limit :page
                        """)
                .param("run", runId)
                .param("after", after)
                .param("page", PAGE)
                .query(ShownKeys::stored)
                .list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        ProductKey key = ChangeJson.parse(Tables.PRODUCT_KEY, row.getLong("entity_id"), row.getString("after_json"));
        ShownKey shown = new ShownKey(
                row.getString("code"),
                row.getString("organisation_name"),
                row.getString("mpn_id"),
                row.getString("order_number"),
                row.getString("benefit_name"),
                key,
                row.getString("special_instructions"),
                TextList.parse(row.getString("download_links")),
                row.getString("source_name"),
                row.getInt("row_no"));
        return new Stored(row.getLong("id"), shown);
    }
}
