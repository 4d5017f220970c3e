package io.almoner.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Reads the keys of usable benefits that nobody activated. A key that was never revealed is as old as its order. */
final class UnusedKeysQuery {

    /** Outer joins, though all rows exist: they make every database begin with the keys and look the rest up. */
    private static final String KEYS = """
            select * from (
                select o.name as organisation, k.organisation_id, b.name as product, po.order_number, l.mpn_id,
                       k.id as key_id, k.last_five, k.key_type, k.language, k.operating_system, k.state,
                       case when k.state = 'UNREVEALED' then po.purchased_on else k.revealed_on end as since
                from product_key k
                left join benefit b on b.organisation_id = k.organisation_id and b.id = k.benefit_id
                left join organisation o on o.organisation_id = k.organisation_id and o.id = k.organisation_id
                left join purchase_order po on po.organisation_id = k.organisation_id and po.id = b.order_id
                left join location l on l.organisation_id = k.organisation_id and l.id = b.location_id
                where k.organisation_id between :first and :last
                  and (k.state = 'UNREVEALED' or (k.state = 'REVEALED' and k.activations_used = 0))
                  and b.status <> 'EXPIRED' and (b.usable_until is null or b.usable_until >= :on)
                  and po.status not in ('LAPSED', 'EXPIRED', 'CANCEL_REQUESTED', 'REFUNDED')
            ) unused
            order by by_name(organisation), organisation_id, by_name(product), state desc, by_code(order_number),
                     by_code(mpn_id), since nulls last, key_id
            """;

    private static final String ALL_KEYS = """
            select count(*)
            from product_key k
            left join benefit b on b.organisation_id = k.organisation_id and b.id = k.benefit_id
            left join purchase_order po on po.organisation_id = k.organisation_id and po.id = b.order_id
            where k.organisation_id between :first and :last
              and b.status <> 'EXPIRED' and (b.usable_until is null or b.usable_until >= :on)
              and po.status not in ('LAPSED', 'EXPIRED', 'CANCEL_REQUESTED', 'REFUNDED')
            """;

    private final ScopedLedger ledger;

    UnusedKeysQuery(ScopedLedger ledger) {
        this.ledger = ledger;
    }

    /** A key, of which no more than the last five characters is read. */
    record UnusedKey(
            String organisation,
            String product,
            String order,
            String mpnId,
            String lastFive,
            String type,
            @Nullable String language,
            @Nullable String operatingSystem,
            boolean revealed,
            @Nullable LocalDate since,
            @Nullable Long days) {

        String masked() {
            return "*****-" + lastFive;
        }
    }

    Stream<UnusedKey> keys() {
        return ledger.sql(KEYS).query((row, n) -> key(row)).stream();
    }

    private UnusedKey key(ResultSet row) throws SQLException {
        LocalDate since = ScopedLedger.day(row, "since");
        return new UnusedKey(
                ledger.names().of(row),
                row.getString("product"),
                row.getString("order_number"),
                row.getString("mpn_id"),
                row.getString("last_five"),
                row.getString("key_type"),
                row.getString("language"),
                row.getString("operating_system"),
                !row.getString("state").equals("UNREVEALED"),
                since,
                since == null
                        ? null
                        : Long.valueOf(Math.max(
                                0, ChronoUnit.DAYS.between(since, ledger.scope().on()))));
    }

    /** How many keys usable benefits have, used ones too. */
    long count() {
        return ledger.sql(ALL_KEYS).query(Long.class).single();
    }
}
